/**
 * True if a person reads the output in a terminal. False for a log, for a pipe, and in CI, also
 * where CI pretends to be a terminal.
 */
export function isTerminal(): boolean {
  return process.stdout.isTTY && !process.env['CI'];
}

/** The environment for child processes: without colors where no terminal shows them. */
export function outputEnvironment(): NodeJS.ProcessEnv {
  if (isTerminal()) return process.env;
  // Some tools know only the one, some only the other.
  return { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
}
