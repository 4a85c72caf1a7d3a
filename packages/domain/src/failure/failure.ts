/**
 * Everything that can go wrong on purpose, as one closed list. Services return a Failure, the transport maps it once,
 * screens translate it by code. A failure never carries personal data: `params` are codes, numbers and rule names.
 */
export const FAILURE_CODES = [
  /** Nobody is signed in, or the session has ended. */
  "signed-out",
  /** Signed in, but the role or site does not allow this. Also the answer for things that exist elsewhere. */
  "forbidden",
  /** No such thing inside the person's scope. */
  "not-found",
  /** The input breaks a rule; `issues` says which field, value and rule. */
  "invalid",
  /** The same id was saved before with other content. Both are kept. */
  "conflict",
  /** A unique thing exists already (a second baseline, a cohort name). */
  "duplicate",
  /** A rule of the programme stands in the way (assessment before enrolment, instrument not in use). */
  "rule",
  /** Too many attempts; `params.retryAfterSeconds`. */
  "too-many",
  /** The file cannot be read at all (encoding, delimiter, size). */
  "unreadable-file",
  /** Not possible at this moment (the database is busy or away); nothing was stored, and the same may be tried again. */
  "unavailable",
  /** Something unforeseen; the log has it under `params.requestId`. */
  "unexpected",
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** One thing wrong with one input. `rule` is a stable identifier that screens translate; `path` names the field or cell. */
export interface Issue {
  readonly path: string;
  readonly rule: string;
  /** The offending value as text, shortened; absent where showing it could disclose something. */
  readonly value?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Failure {
  readonly code: FailureCode;
  /** Which rule or reason, as a stable identifier for translation, e.g. "assessment.before-enrolment". */
  readonly reason: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly issues?: readonly Issue[];
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A result that carries a value. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result that carries a failure. */
export function fail<T = never>(
  code: FailureCode,
  reason: string,
  rest: Pick<Failure, "params" | "issues"> = {},
): Result<T> {
  return { ok: false, failure: { code, reason, ...rest } };
}
