/** The longest line of a file that is read. An event has some hundred characters, a rare one some thousand. */
export const MAX_LINE_LENGTH = 100_000;

/** The most lines that are handed over at once. An event that arrives waits for one such part only. */
export const MAX_LINES = 500;

/** The most ids of events that are deleted by one command. */
export const MAX_DELETED = 2_000;
