import styles from "./data-label.module.css";
import { useDataLabelWords } from "./use-data-label-words";

/** Never out of sight while the numbers are not those of real people in this programme. */
export function DataLabel({ label }: { readonly label: string }): React.JSX.Element {
  const { name, note } = useDataLabelWords()(label);
  return (
    <p className={styles.label}>
      <strong>{name}</strong>
      <span>{note}</span>
    </p>
  );
}
