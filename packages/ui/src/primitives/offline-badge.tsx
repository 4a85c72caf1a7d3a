"use client";

import { useSyncExternalStore } from "react";
import styles from "./offline-badge.module.css";
import { StatusBadge } from "./status-badge";

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/**
 * Appears when the device has no connection, and says what that means for unsaved work.
 *
 * @param short a word or two to show where the window is narrow; the whole label is read out all the same
 */
export function OfflineBadge(props: { readonly label: string; readonly short: string }): React.JSX.Element {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <span role="status">
      {online ? null : (
        <StatusBadge tone="caution">
          <span className={styles.label}>{props.label}</span>
          <span className={styles.short} aria-hidden="true">
            {props.short}
          </span>
        </StatusBadge>
      )}
    </span>
  );
}
