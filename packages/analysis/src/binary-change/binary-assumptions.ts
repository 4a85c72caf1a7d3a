import type { Assumption } from "../assumption/assumption";
import { ASSUMPTION_LIMITS } from "../assumption/limits";
import { noEntryCutOff } from "../assumption/no-entry-cut-off";
import type { OutcomeRequest } from "../outcome/outcome-request";

/** What the change of a share takes for granted. No distribution is assumed, and there is no scale to be reliable. */
export function binaryAssumptions(
  request: OutcomeRequest,
  missing: { readonly missingShare: number | null; readonly baselineMeasured: number },
): readonly Assumption[] {
  const { data, cohortId } = request;
  const sites = new Set(data.people.flatMap((person) => (person.cohortId === cohortId ? [person.siteId] : []))).size;
  return [
    { id: "independence", status: sites > 1 ? "warn" : "cannot-check", figure: sites },
    missingAtRandom(missing),
    { id: "same-meaning", status: "cannot-check" },
    noEntryCutOff(request, null),
  ];
}

function missingAtRandom({
  missingShare,
  baselineMeasured: n,
}: {
  readonly missingShare: number | null;
  readonly baselineMeasured: number;
}): Assumption {
  if (missingShare === null) return { id: "missing-at-random", status: "cannot-check" };
  const { warn, fail } = ASSUMPTION_LIMITS.missing;
  const status = missingShare > fail ? "fail" : missingShare > warn ? "warn" : "pass";
  return { id: "missing-at-random", status, figure: missingShare, limit: warn, n };
}
