import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import type { LongStripInput } from "@alongside/analysis/sensitivity/long-strip";
import { longStripInput } from "@alongside/analysis/sensitivity/long-strip-input";
import { canonicalHash } from "../canonical-hash";

/** Raised whenever the same input would give another result. */
const PROGRAM_VERSION = 1;

/**
 * What the long rows of the strip are computed from, and the hash under which their result is found again. The sites are
 * part of it: a result belongs to those who may see everybody it rests on.
 */
export function sensitivityInput(
  request: OutcomeRequest,
  siteIds: readonly string[],
): { readonly input: LongStripInput; readonly hash: string } {
  const input = longStripInput(request);
  return { input, hash: canonicalHash({ kind: "sensitivity", version: PROGRAM_VERSION, siteIds, input }) };
}
