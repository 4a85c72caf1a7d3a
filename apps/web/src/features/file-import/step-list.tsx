import styles from "./file-import.module.css";

/** The steps of an import in their order, the current one marked. */
export function StepList<Step extends string>(props: {
  readonly label: string;
  readonly steps: readonly { readonly step: Step; readonly name: string }[];
  readonly current: Step;
}): React.JSX.Element {
  return (
    <ol className={styles.steps} aria-label={props.label}>
      {props.steps.map(({ step, name }) => (
        <li key={step} {...(step === props.current ? { "aria-current": "step" as const } : {})}>
          {name}
        </li>
      ))}
    </ol>
  );
}
