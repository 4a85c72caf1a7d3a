import { FAILURE_CODES, type Failure } from "@alongside/domain/failure/failure";

/** The Failure inside an error of the data layer, or null when there is none: no connection, or a fault of our own. */
export function failureOf(error: unknown): Failure | null {
  if (!isRecord(error) || !isRecord(error.data)) return null;
  const failure = error.data.failure;
  return isFailure(failure) ? failure : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isFailure(value: unknown): value is Failure {
  return isRecord(value) && typeof value.reason === "string" && FAILURE_CODES.some((code) => code === value.code);
}
