import { spawnSync } from 'node:child_process';
import { outputEnvironment } from './output.ts';

/**
 * Runs Vitest with the arguments given. Vitest decides on colors before it reads its configuration,
 * and uses them in pipes too, so its environment has to say otherwise.
 */

const { status } = spawnSync('vitest', ['run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: outputEnvironment(),
});
process.exit(status ?? 1);
