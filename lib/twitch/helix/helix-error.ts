import { HttpStatusCodeError } from '@twurple/api-call';
import * as z from 'zod/mini';
import { type Problem, ProblemError } from '@/lib/domain/problem';

/** A Helix call that failed. */
export class HelixError extends ProblemError {
  /** The HTTP status; `null` if there was no answer, or none that could be read. */
  readonly status: number | null;
  /** Twitch's words. They distinguish refusals with the same status, and are shown to the user. */
  readonly reason: string;

  constructor(
    status: number | null,
    reason: string,
    cause: unknown,
    problem = problemOfStatus(status),
  ) {
    super(problem, {
      cause,
      message: `Helix ${status ?? 'unreachable'}: ${reason}`,
    });
    this.name = 'HelixError';
    this.status = status;
    this.reason = reason;
  }
}

function problemOfStatus(status: number | null): Problem {
  if (status === null) return 'offline';
  if (status === 401) return 'not_signed_in';
  if (status === 403) return 'missing_scope';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'twitch_down' : 'unknown';
}

const bodySchema = z.object({ message: z.string() });

function reasonIn(body: string): string {
  try {
    const parsed = z.safeParse(bodySchema, JSON.parse(body));
    return parsed.success ? parsed.data.message : body;
  } catch {
    return body;
  }
}

/** Returns true if there was an answer, but not one that Helix should send. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof z.core.$ZodError;
}

/** Turns anything that a Twurple call has thrown into a {@link HelixError}. */
export function toHelixError(error: unknown): HelixError {
  if (error instanceof HelixError) return error;
  if (error instanceof HttpStatusCodeError) {
    return new HelixError(error.statusCode, reasonIn(error.body), error);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new HelixError(null, reason, error, isUnreadable(error) ? 'twitch_down' : 'offline');
}
