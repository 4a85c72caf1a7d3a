import type { Tx } from "@alongside/db/client";
import type { Failure } from "@alongside/domain/failure/failure";
import { judgeNewest } from "./judge-result";
import type { CounsellingOutcome } from "./loop-words";

/** What a closing says, and the loop it closes. */
export interface Closing {
  readonly programmeId: string;
  readonly participantId: string;
  readonly happenedOn: string;
  readonly outcome: CounsellingOutcome;
  readonly note: string;
  /** Day on which the repeat was collected; null while none is recorded in the loop. */
  readonly repeatedOn: string | null;
}

const SHORTEST_REASON = 3;

/**
 * Why a loop cannot be closed like this; null when it can. Whether somebody is suppressed is not a matter of opinion: the
 * newest result since the repeat has to say so by the programme's rule. Ending without a result needs a reason in words.
 */
export async function closingProblem(tx: Tx, closing: Closing): Promise<Failure | null> {
  const { programmeId, participantId, outcome, note, repeatedOn, happenedOn } = closing;
  switch (outcome) {
    case "regimen-changed":
      return null;
    case "ended":
      return note.length < SHORTEST_REASON ? problem("counselling.reason-needed") : null;
    case "suppressed":
    case "still-unsuppressed": {
      if (repeatedOn === null) return problem("counselling.repeat-needed");
      const newest = await judgeNewest(tx, programmeId, participantId, { from: repeatedOn, until: happenedOn });
      if (newest === null || newest.verdict.kind !== "category") return problem("counselling.repeat-without-result");
      const isUnsuppressed = newest.verdict.category === "unsuppressed";
      return isUnsuppressed === (outcome === "still-unsuppressed") ? null : problem("counselling.outcome-differs");
    }
  }
}

function problem(reason: string): Failure {
  return { code: "rule", reason };
}
