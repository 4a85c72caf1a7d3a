import type { Tx } from "@alongside/db/client";
import { type AnalysisPlan, analysisPlanSchema } from "@alongside/domain/analysis-plan/analysis-plan";
import type { SavedPlan } from "@alongside/domain/analysis-plan/outcome-standing";
import { changedWindows } from "@alongside/domain/analysis-plan/planned-window";
import type { Scope } from "../access/authorise";
import { currentWindows } from "./current-windows";

/** A plan with who saved it. */
export interface SignedPlan extends SavedPlan {
  readonly plan: AnalysisPlan;
  readonly savedById: string;
}

/** All versions of a programme's plan, newest first. */
export async function savedPlans(tx: Tx, { programmeId }: Scope): Promise<readonly SignedPlan[]> {
  const rows = await tx.analysisPlan.findMany({
    where: { programmeId },
    orderBy: { version: "desc" },
    select: { version: true, content: true, contentHash: true, savedAt: true, savedById: true },
  });
  const timepoints = await currentWindows(tx, programmeId);
  return rows.map(({ version, content, contentHash, savedAt, savedById }) => {
    const plan = analysisPlanSchema.parse(content);
    return { version, plan, hash: contentHash, savedAt, savedById, changedWindows: changedWindows(plan, timepoints) };
  });
}
