import styles from "./progress-line.module.css";

/** How much of a questionnaire is done, as a bar and in words. */
export function ProgressLine(props: {
  readonly done: number;
  readonly asked: number;
  readonly label: string;
}): React.JSX.Element {
  const share = props.asked === 0 ? 0 : props.done / props.asked;
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={props.asked}
        aria-valuenow={props.done}
        aria-valuetext={props.label}
      >
        <div className={styles.fill} style={{ transform: `scaleX(${share})` }} />
      </div>
      <span className={styles.words} aria-hidden="true">
        {props.label}
      </span>
    </div>
  );
}
