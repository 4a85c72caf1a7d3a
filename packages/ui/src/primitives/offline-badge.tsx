"use client";

import { useSyncExternalStore } from "react";
import { StatusBadge } from "./status-badge";

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Appears when the device has no connection, and says what that means for unsaved work. */
export function OfflineBadge({ label }: { readonly label: string }): React.JSX.Element {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return <span role="status">{online ? null : <StatusBadge tone="caution">{label}</StatusBadge>}</span>;
}
