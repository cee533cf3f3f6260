import { HttpStatusCodeError } from '@twurple/api-call';
import * as z from 'zod/mini';
import { type Problem, ProblemError } from '@/lib/domain/problem';

/** A Helix call that failed. `status` is `null` where no answer came at all. */
export class HelixError extends ProblemError {
  readonly status: number | null;
  /** Twitch's own words: they tell apart refusals that share a status, and are shown for one. */
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

/** Whether an answer came, only not one that Helix gives. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof z.core.$ZodError;
}

/** Turns whatever a Twurple call threw into a {@link HelixError}. */
export function toHelixError(error: unknown): HelixError {
  if (error instanceof HelixError) return error;
  if (error instanceof HttpStatusCodeError) {
    return new HelixError(error.statusCode, reasonIn(error.body), error);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new HelixError(null, reason, error, isUnreadable(error) ? 'twitch_down' : 'offline');
}
