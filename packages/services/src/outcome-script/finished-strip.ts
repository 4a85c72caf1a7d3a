import { completeChanges, imputationsFor } from "@alongside/analysis/sensitivity/imputed-change";
import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import type { Scope } from "../access/authorise";
import { sensitivityInput } from "../computation/sensitivity-input";
import { STATE_COLUMNS, stateOf } from "../computation/stored-computation";
import type { Context } from "../context";
import type { LoadedOutcome } from "../outcome/load-request";
import type { FinishedStrip } from "./script-input";

/**
 * The long rows of an outcome's strip where they have been computed, with the scores that were filled in, which are made
 * again from their seed: they are not stored. Null where nobody has had them computed on these data.
 */
export async function findFinishedStrip(
  { now }: Context,
  { db, programmeId }: Scope<"outcome.export-script">,
  { request, siteIds }: Pick<LoadedOutcome, "request" | "siteIds">,
): Promise<FinishedStrip | null> {
  const { input, hash } = sensitivityInput(request, siteIds);
  const row = await db.computation.findUnique({
    where: { programmeId_kind_inputHash: { programmeId, kind: "sensitivity", inputHash: hash } },
    select: STATE_COLUMNS,
  });
  const state = row && stateOf<LongStrip>(row, now());
  if (state?.kind !== "done") return null;
  const imputedChanges: (readonly number[])[] = [];
  for (let index = 0; index < imputationsFor(input.rows); index += 1) {
    const completed = completeChanges(input.rows, index);
    if (completed.kind === "completed-changes") imputedChanges.push(completed.imputed);
    // Others get their turn between one completed data set and the next.
    await new Promise((resume) => setImmediate(resume));
  }
  return { strip: state.result, imputedChanges, tippingReach: -input.rows.better * input.reach };
}
