import { measureKey } from "@alongside/domain/instruments/instrument";
import type { ScoreOutcome } from "@alongside/domain/instruments/score-outcome";
import type { SaveAssessment } from "./input";
import type { Slot } from "./read-slot";

export interface ScoredSheet {
  readonly input: Pick<SaveAssessment, "programmeId" | "participantId" | "assessmentId" | "timepointId" | "instrument">;
  readonly slot: Pick<Slot, "siteId" | "cohortId">;
  readonly outcomes: Readonly<Record<string, ScoreOutcome>>;
}

/** The rows in which the outcomes of one assessment are stored, one for each scale. */
export function scoreRows({ input, slot, outcomes }: ScoredSheet) {
  return Object.entries(outcomes).map(([scale, outcome]) => ({
    participantId: input.participantId,
    assessmentId: input.assessmentId,
    measure: measureKey(input.instrument, scale),
    programmeId: input.programmeId,
    siteId: slot.siteId,
    cohortId: slot.cohortId,
    timepointId: input.timepointId,
    outcome: outcome.outcome,
    value: outcome.outcome === "scored" ? outcome.value : null,
    itemsUsed: outcome.itemsUsed,
    itemsTotal: outcome.itemsTotal,
    prorated: outcome.outcome === "scored" && outcome.prorated,
    provenance: {
      edition: outcome.edition,
      engine: outcome.engine,
      rule: outcome.rule,
      missing: [...outcome.missing],
      ...(outcome.outcome === "not-applicable" && { why: outcome.why }),
    },
  }));
}
export type ScoreRow = ReturnType<typeof scoreRows>[number];
