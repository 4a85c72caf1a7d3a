import { useEffect } from "react";
import type { DraftPlace } from "./draft";
import { holdForm } from "./form-lock";

/** Keeps a form to this screen while `held`; see `holdForm`. */
export function useHeldForm(place: DraftPlace, held: boolean): void {
  const { personId, programmeId, participantId, timepointId, instrument } = place;
  useEffect(() => {
    if (!held) return;
    return holdForm({ personId, programmeId, participantId, timepointId, instrument });
  }, [held, personId, programmeId, participantId, timepointId, instrument]);
}
