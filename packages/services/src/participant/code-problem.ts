import type { Failure } from "@alongside/domain/failure/failure";
import type { ParticipantCodeReading } from "@alongside/domain/identity/participant-code";

type WrongReading = Extract<ParticipantCodeReading, { readonly ok: false }>;

/** What is wrong with a typed code, as a failure that names the character. It says nothing about who exists. */
export function codeProblem(reading: WrongReading): Failure {
  const { position, found, suggestion, swaps } = reading;
  const named = (reason: string, params: NonNullable<Failure["params"]> = {}): Failure => ({
    code: "invalid",
    reason: `participant-code.${reason}`,
    params: { ...params, ...(suggestion !== undefined && { suggestion }) },
  });
  if (swaps !== undefined) {
    const [{ places, suggestion: meant }, ...others] = swaps;
    if (others.length === 0) return named("swapped", { first: places[0], second: places[1], suggestion: meant });
    return named("swapped-somewhere", {
      places: swaps.map((swap) => swap.places.join("–")).join(", "),
      suggestions: swaps.map((swap) => swap.suggestion).join(", "),
    });
  }
  if (position === undefined) return named(reading.problem);
  const which = { position, found: found ?? "" };
  return named(suggestion === undefined ? `${reading.problem}-at` : `${reading.problem}-suggestion`, which);
}
