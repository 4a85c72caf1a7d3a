"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { useState } from "react";

/** What an action is called, and what is asked before it. */
export interface ConfirmWords {
  readonly action: string;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
}

/** A button for something that throws work away, asked for twice. */
export function ConfirmAction(props: {
  readonly words: ConfirmWords;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
}): React.JSX.Element {
  const { words } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button disabled={props.busy} onClick={() => setAsking(true)}>
        {words.action}
      </Button>
      <ConfirmDialog
        open={asking}
        title={words.title}
        confirmLabel={words.confirm}
        cancelLabel={words.cancel}
        tone="danger"
        onConfirm={() => {
          setAsking(false);
          props.onConfirm();
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{words.text}</p>
      </ConfirmDialog>
    </>
  );
}
