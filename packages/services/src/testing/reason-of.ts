import type { Result } from "@alongside/domain/failure/failure";

/** A result in short, for comparing: "ok", or "forbidden:access.denied". */
export function reasonOf(result: Result<unknown>): string {
  return result.ok ? "ok" : `${result.failure.code}:${result.failure.reason}`;
}
