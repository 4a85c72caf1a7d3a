import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { useMemo } from "react";
import type { LaboratorySetting } from "./laboratory-view";
import type { Judging } from "./row-view.model";

/** What rows of a kind are judged by in this programme. */
export function useJudging({ today, settings, assays }: LaboratorySetting, kind: LabKind): Judging {
  return useMemo(() => {
    const rule = THRESHOLD_RULES.find(({ id }) => id === settings.ruleId) ?? THRESHOLD_RULES[0];
    return { kind, today, rule, assays: assays.map(({ assay }) => assay), about: null };
  }, [kind, today, settings, assays]);
}
