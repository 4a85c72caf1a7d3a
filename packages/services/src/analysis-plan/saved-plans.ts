import type { Tx } from "@alongside/db/client";
import { type AnalysisPlan, analysisPlanSchema } from "@alongside/domain/analysis-plan/analysis-plan";
import type { SavedPlan } from "@alongside/domain/analysis-plan/outcome-standing";
import type { Scope } from "../access/authorise";

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
  return rows.map(({ version, content, contentHash, savedAt, savedById }) => ({
    version,
    plan: analysisPlanSchema.parse(content),
    hash: contentHash,
    savedAt,
    savedById,
  }));
}
