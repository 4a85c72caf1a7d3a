import { useEffect, useState } from "react";
import type { Draft, DraftOwner } from "./draft";
import { listDrafts, onDraftsChange } from "./draft-store";

/** What a person keeps on this device in a programme, as it stands: a form that was sent meanwhile is gone from it. */
export function useKeptDrafts({ personId, programmeId }: DraftOwner): readonly Draft[] {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    let here = true;
    const read = () => {
      // A browser that keeps nothing (a private window) has no drafts.
      listDrafts({ personId, programmeId }).then(
        (found) => here && setDrafts(found),
        () => here && setDrafts([]),
      );
    };
    read();
    const stop = onDraftsChange(read);
    return () => {
      here = false;
      stop();
    };
  }, [personId, programmeId]);
  return drafts;
}
