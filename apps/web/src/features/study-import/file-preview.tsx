import { useTranslations } from "next-intl";
import { columnRole } from "./column-roles";
import styles from "./file-preview.module.css";
import type { MappingDraft } from "./mapping-draft";
import type { Suggestion } from "./study-import-views";

/** The first rows as they stand, each column under what it is used for at the moment. */
export function FilePreview(props: {
  readonly suggestion: Suggestion;
  readonly draft: MappingDraft;
}): React.JSX.Element {
  const t = useTranslations("studyImport.preview");
  const { columns, rows } = props.suggestion;
  const roles = columns.map((column) => columnRole(props.draft, column.name));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={t("caption", { n: rows.length })}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t("caption", { n: rows.length })}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => {
              const role = roles[index] ?? { kind: "unused" };
              return (
                <th key={column.name} scope="col" className={role.kind === "unused" ? styles.unused : styles.used}>
                  <span className={styles.name}>{column.name}</span>
                  <span className={styles.role}>
                    {role.kind === "values"
                      ? [role.timepoint, role.measure].filter((part) => part !== null).join(" · ")
                      : t(`role.${role.kind}`)}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              {columns.map((column, index) => (
                <td key={column.name} className={roles[index]?.kind === "unused" ? styles.unused : undefined}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
