import { useEffect, useState } from "react";

/** How far a row is: it can be sent, nothing but the answer whom it is about is missing, or the person has something to do. */
export type RowProgress = "ready" | "looking" | "not-ready";

/**
 * Saves a row when it is ready. Pressed while the server still looks up the code, the press is remembered until the answer is
 * there: then the row is saved, or what stands in its way is shown. A row that was left meanwhile is not saved.
 */
export function useWantedSave(
  rowId: string | null,
  progress: RowProgress,
  save: (ids: readonly string[]) => void,
): () => void {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null || (wanted === rowId && progress === "looking")) return;
    setWanted(null);
    if (wanted === rowId && progress === "ready") save([wanted]);
  }, [wanted, rowId, progress, save]);
  return () => setWanted(rowId);
}
