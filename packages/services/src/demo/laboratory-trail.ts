import type { ResultRow } from "../lab-result/insert-results";
import type { RandomStream } from "./random-stream";

/** The audit trail that entering these results would have left. */
export function laboratoryTrail(stream: RandomStream, results: readonly ResultRow[]) {
  return results.map(
    ({ participantId, id, programmeId, kind, entry, saveId, verification, enteredById, enteredAt }) => ({
      ...{ subjectId: participantId, id: stream.id(enteredAt), programmeId, actorId: enteredById, at: enteredAt },
      action: "lab-result.save",
      detail: {
        resultId: id,
        kind,
        entry,
        saveId,
        verification: verification === "verified" ? "awaiting" : verification,
      },
    }),
  );
}
