import type { ResultRow } from "../lab-result/insert-results";
import type { RandomStream } from "./random-stream";

/** The audit trail that entering these results would have left. */
export function laboratoryTrail(stream: RandomStream, results: readonly ResultRow[]) {
  return results.map(
    ({ participantId, id, programmeId, kind, entry, saveId, importId, verification, enteredById, enteredAt }) => ({
      ...{ subjectId: participantId, id: stream.id(enteredAt), programmeId, actorId: enteredById, at: enteredAt },
      action: importId === null ? "lab-result.save" : "laboratory-import.run",
      detail: {
        resultId: id,
        kind,
        entry,
        ...(importId === null ? { saveId } : { importId }),
        verification: verification === "verified" ? "awaiting" : verification,
      },
    }),
  );
}
