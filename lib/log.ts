/** Where the code says what happened, for whoever debugs it. Never a token, never a chat message. */
export interface Log {
  info(message: string, details?: unknown): void;
  warn(message: string, details?: unknown): void;
}

const PREFIX = '[StreamerEventViewer]';

/** The browser's console. */
export const consoleLog: Log = {
  info: (message, details) => console.info(PREFIX, message, details ?? ''),
  warn: (message, details) => console.warn(PREFIX, message, details ?? ''),
};
