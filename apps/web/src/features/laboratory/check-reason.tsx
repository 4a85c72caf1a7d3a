import { useId, useState } from "react";
import { IdentityWarning } from "@/features/free-text/identity-warning";
import { useWatchedText } from "@/features/free-text/use-watched-text";
import styles from "./stack.module.css";

/**
 * Why a result is right that looks unusual. Words that may tell who somebody is do not count as typed before somebody has
 * said that they may stay: the row still lacks its reason then.
 */
export function CheckReason(props: {
  readonly rowId: string;
  readonly check: string;
  readonly label: string;
  readonly reason: string;
  readonly disabled: boolean;
  readonly onReason: (text: string) => void;
}): React.JSX.Element {
  const { reason, onReason } = props;
  const [typed, setTyped] = useState(reason);
  const watched = useWatchedText(typed);
  const warning = useId();
  const change = (text: string) => {
    setTyped(text);
    onReason(watched.readyFor(text) ? text : "");
  };
  const accept = (accepted: boolean) => {
    watched.accept(accepted);
    onReason(accepted ? typed : "");
  };
  return (
    <div>
      <label className={styles.reason}>
        <span>{props.label}</span>
        <input
          data-row={props.rowId}
          data-reason={props.check}
          value={typed}
          disabled={props.disabled}
          maxLength={300}
          autoComplete="off"
          aria-invalid={reason.trim().length < 3 || undefined}
          aria-describedby={watched.found.length > 0 ? warning : undefined}
          onChange={(event) => change(event.target.value)}
        />
      </label>
      <IdentityWarning watched={{ ...watched, accept }} id={warning} />
    </div>
  );
}
