import { useCallback, useEffect, useRef, useState } from "react";
import { useApiClient } from "@/trpc/client";
import type { ImportIds } from "./laboratory-import-views";
import { type SendOutcome, sendFile } from "./send-file";

export type SendingState =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly share: number }
  | SendOutcome;

interface Parcel {
  readonly ids: ImportIds;
  readonly file: File;
  readonly laboratoryId: string;
}

export interface SendingFile {
  readonly state: SendingState;
  readonly send: (parcel: Parcel) => void;
  /** Sends on what was broken off. */
  readonly goOn: () => void;
  /** Stops; answers which import it was, null where nothing was on its way. */
  readonly stop: () => ImportIds | null;
}

/** Sends a file and goes on by itself when the connection is back. */
export function useSendingFile(onStored: (importId: string) => void): SendingFile {
  const client = useApiClient();
  const [state, setState] = useState<SendingState>({ kind: "idle" });
  const parcel = useRef<Parcel | null>(null);
  const control = useRef<AbortController | null>(null);
  const stored = useRef(onStored);
  stored.current = onStored;

  const goOn = useCallback(async () => {
    const { current } = parcel;
    if (current === null || (control.current !== null && !control.current.signal.aborted)) return;
    const mine = new AbortController();
    control.current = mine;
    setState({ kind: "sending", share: 0 });
    const { signal } = mine;
    const onProgress = (share: number) => setState({ kind: "sending", share });
    const outcome = await sendFile(client, current.ids, current, { onProgress, signal });
    if (control.current === mine) control.current = null;
    setState(outcome);
    if (outcome.kind === "stored") stored.current(current.ids.importId);
  }, [client]);

  useEffect(() => {
    if (state.kind !== "broken-off") return;
    const again = () => void goOn();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [state.kind, goOn]);

  return {
    state,
    send: (next) => {
      parcel.current = next;
      void goOn();
    },
    goOn: () => void goOn(),
    stop: () => {
      if (control.current === null) return null;
      control.current.abort();
      return parcel.current?.ids ?? null;
    },
  };
}
