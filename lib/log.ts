/** A log for debugging. Tokens and chat messages must never be logged. */
export interface Log {
  info(message: string, details?: unknown): void;
  warn(message: string, details?: unknown): void;
}

const PREFIX = '[StreamerEventViewer]';

/** A log that writes to the console of the browser. */
export const consoleLog: Log = {
  info: (message, details) => console.info(PREFIX, message, details ?? ''),
  warn: (message, details) => console.warn(PREFIX, message, details ?? ''),
};
