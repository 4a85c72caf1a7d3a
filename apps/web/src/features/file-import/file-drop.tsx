"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import styles from "./file-import.module.css";

/** How far a file is: `share` is what has arrived, 0 to 1, null where that cannot be told. */
export interface Sending {
  readonly share: number | null;
}

/** A place for a file, chosen by button or dropped. It is handed on at once. */
export function FileDrop(props: {
  readonly label: string;
  readonly help: string;
  readonly accept: string;
  readonly sendingLabel: string;
  readonly sending: Sending | null;
  readonly onFile: (file: File) => void;
  readonly children?: ReactNode;
}): React.JSX.Element {
  const { sending } = props;
  const [over, setOver] = useState(false);
  const helpId = useId();
  const field = useRef<HTMLInputElement>(null);
  const taken = useRef<File>(undefined);

  function take(file: File | undefined): void {
    // Chosen before the script had arrived, it is found below and told of by the browser besides: one choice, sent once.
    if (!file || file === taken.current || sending !== null) return;
    taken.current = file;
    props.onFile(file);
  }
  const takeRef = useRef(take);
  takeRef.current = take;
  // A file chosen before this page's script had arrived would otherwise be overlooked.
  useEffect(() => takeRef.current(field.current?.files?.[0]), []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file field is the first
    <div
      className={`${styles.drop} ${over ? styles.over : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={field}
        type="file"
        accept={props.accept}
        aria-label={props.label}
        aria-describedby={helpId}
        disabled={sending !== null}
        // The same file chosen again, perhaps after it was mended, counts as a choice.
        onClick={(event) => {
          event.currentTarget.value = "";
        }}
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <p id={helpId} className={styles.lead}>
        {props.help}
      </p>
      {props.children}
      {sending === null ? null : (
        <progress
          className={styles.progress}
          aria-label={props.sendingLabel}
          max={1}
          {...(sending.share !== null && sending.share < 1 ? { value: sending.share } : {})}
        />
      )}
    </div>
  );
}
