import type { OutcomeRequest } from "../outcome/outcome-request";
import type { Assumption } from "./assumption";

/**
 * Whether people came in whatever their score was. Without a plan nobody says so, and then it cannot be checked.
 * @param expected the change that a cut-off alone would bring; null where it is not known, or the outcome has no points
 */
export function noEntryCutOff(
  { entryCutOff, entryIsKnown }: Pick<OutcomeRequest, "entryCutOff" | "entryIsKnown">,
  expected: number | null,
): Assumption {
  if (entryCutOff === null) return { id: "no-entry-cut-off", status: entryIsKnown === true ? "pass" : "cannot-check" };
  return expected === null
    ? { id: "no-entry-cut-off", status: "fail" }
    : { id: "no-entry-cut-off", status: "warn", figure: expected };
}
