"use client";

import { Button } from "@alongside/ui/primitives/button";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./settings.module.css";

/** A form over the page. The browser's own modal dialog: it keeps focus inside, closes with Escape, gives focus back. */
export function FormDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): React.JSX.Element {
  const parts = useTranslations("parts");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (props.open && !element?.open) element?.showModal();
    if (!props.open && element?.open) element.close();
  }, [props.open]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={props.onClose}>
      <div className={styles.dialogHead}>
        <h2 id={titleId}>{props.title}</h2>
        <Button kind="quiet" size="icon" onClick={props.onClose} aria-label={parts("close")}>
          <IconX size={20} aria-hidden="true" />
        </Button>
      </div>
      {props.open ? props.children : null}
    </dialog>
  );
}
