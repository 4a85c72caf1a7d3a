import { Button } from "@alongside/ui/primitives/button";
import { useState } from "react";
import { WatchedField } from "@/features/free-text/watched-field";
import { focusNow } from "./focus-now";
import styles from "./laboratory.module.css";

/** A few words that are kept with a decision. The field takes the focus. */
export function NoteForm(props: {
  readonly label: string;
  readonly send: string;
  readonly busy: boolean;
  readonly onSend: (note: string) => void;
}): React.JSX.Element {
  const [note, setNote] = useState("");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend(note.trim());
      }}
    >
      <WatchedField
        label={props.label}
        place={styles.field}
        onField={focusNow}
        required
        minLength={3}
        maxLength={500}
        value={note}
        onText={setNote}
      />
      <div className={styles.actions}>
        <Button kind="primary" type="submit" disabled={props.busy}>
          {props.send}
        </Button>
      </div>
    </form>
  );
}
