// Starts a tool on a machine that has only npm: installs missing dependencies, among them the right
// version of Node, and runs the tool with it. This file is plain JavaScript and imports no packages,
// because it runs before they are installed, on the version of Node that npm uses.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const BIN = resolve('node_modules', '.bin');
const isWindows = process.platform === 'win32';

function arePackagesCurrent() {
  const installed = join('node_modules', '.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
  );
}

if (!arePackagesCurrent()) {
  console.log('Installing packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: isWindows,
  });
  if (status !== 0) {
    console.error('npm ci failed. Is the npm registry reachable?');
    process.exit(1);
  }
}

const [tool, ...args] = process.argv.slice(2);
const child = spawn(
  join(BIN, isWindows ? 'node.cmd' : 'node'),
  [join('tools', `${tool}.ts`), ...args],
  {
    stdio: 'inherit',
    shell: isWindows,
    env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // A terminal sends the signal to all processes of the group, but a program only to this one.
  process.on(signal, () => child.kill(signal));
}
// The shell that npm starts in between forwards no signal: it ends, and this process goes on.
const { ppid } = process;
setInterval(() => {
  if (process.ppid !== ppid) child.kill('SIGTERM');
}, 500).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
