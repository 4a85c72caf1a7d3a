import type { Failure } from "@alongside/domain/failure/failure";
import type { ParticipantCodeReading } from "@alongside/domain/identity/participant-code";

type WrongReading = Extract<ParticipantCodeReading, { readonly ok: false }>;

/** What is wrong with a typed code, as a failure that names the character. It says nothing about who exists. */
export function codeProblem(reading: WrongReading): Failure {
  const { position, found, suggestion, swapped } = reading;
  const named = (reason: string, params: NonNullable<Failure["params"]> = {}): Failure => ({
    code: "invalid",
    reason: `participant-code.${reason}`,
    params: { ...params, ...(suggestion !== undefined && { suggestion }) },
  });
  if (swapped !== undefined) return named("swapped", { first: swapped[0], second: swapped[1] });
  if (position === undefined) return named(reading.problem);
  const which = { position, found: found ?? "" };
  return named(suggestion === undefined ? `${reading.problem}-at` : `${reading.problem}-suggestion`, which);
}
