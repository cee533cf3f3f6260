import { HttpStatusCodeError } from '@twurple/api-call';
import * as z from 'zod/mini';
import { type Problem, ProblemError } from '@/lib/domain/problem';

interface HelixErrorDetails {
  problem?: Problem;
  existingId?: string | null;
}

/** A Helix call that failed. */
export class HelixError extends ProblemError {
  /** The HTTP status; `null` if there was no answer, or none that could be read. */
  readonly status: number | null;
  /** Twitch's words. They distinguish refusals with the same status, and are shown to the user. */
  readonly reason: string;
  /** For the status 409: the id of what exists already. `null` if Twitch does not name it. */
  readonly existingId: string | null;

  constructor(
    status: number | null,
    reason: string,
    cause: unknown,
    { problem = problemOfStatus(status), existingId = null }: HelixErrorDetails = {},
  ) {
    super(problem, {
      cause,
      message: `Helix ${status ?? 'unreachable'}: ${reason}`,
    });
    this.name = 'HelixError';
    this.status = status;
    this.reason = reason;
    this.existingId = existingId;
  }
}

function problemOfStatus(status: number | null): Problem {
  if (status === null) return 'offline';
  if (status === 401) return 'not_signed_in';
  if (status === 403) return 'missing_scope';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'twitch_down' : 'unknown';
}

const bodySchema = z.object({
  message: z.string(),
  // Only 409 has one. The message counts even if the id is not as expected.
  id: z.catch(z.nullable(z.string().check(z.minLength(1))), null),
});

/** Returns Twitch's words and the id of what exists already. Without JSON, the body is the words. */
function parseBody(body: string): z.infer<typeof bodySchema> {
  try {
    const parsed = z.safeParse(bodySchema, JSON.parse(body));
    return parsed.success ? parsed.data : { message: body, id: null };
  } catch {
    return { message: body, id: null };
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
    const { message, id } = parseBody(error.body);
    const existingId = error.statusCode === 409 ? id : null;
    return new HelixError(error.statusCode, message, error, { existingId });
  }
  const reason = error instanceof Error ? error.message : String(error);
  const problem = isUnreadable(error) ? 'twitch_down' : 'offline';
  return new HelixError(null, reason, error, { problem });
}
