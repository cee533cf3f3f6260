// The way into every tool on a machine that has only npm: brings the packages, and with them the
// right Node, then hands over to the tool. Plain JavaScript without imports of packages, because it
// runs before there are any, on whatever Node npm itself runs on.
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
  // A terminal tells the whole group; a program may tell this process alone.
  process.on(signal, () => child.kill(signal));
}
// The shell that npm puts in between passes no signal on: it only dies, and leaves us behind.
const { ppid } = process;
setInterval(() => {
  if (process.ppid !== ppid) child.kill('SIGTERM');
}, 500).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
