"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import styles from "./confirm-dialog.module.css";

/**
 * Asks before something that is hard to take back. The browser's own modal dialog: it keeps focus inside, closes with
 * Escape and gives focus back. Cancel is focused first.
 */
export function ConfirmDialog(props: {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly tone?: "primary" | "danger";
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}): React.JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (props.open && !element?.open) element?.showModal();
    if (!props.open && element?.open) element.close();
  }, [props.open]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onCancel();
      }}
    >
      <h2 id={titleId}>{props.title}</h2>
      <div className={styles.body}>{props.children}</div>
      <div className={styles.actions}>
        <Button onClick={props.onCancel}>{props.cancelLabel}</Button>
        <Button kind={props.tone ?? "primary"} disabled={props.busy} onClick={props.onConfirm}>
          {props.confirmLabel}
        </Button>
      </div>
    </dialog>
  );
}
