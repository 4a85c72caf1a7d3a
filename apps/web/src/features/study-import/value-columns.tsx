"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/features/file-import/fields";
import fieldStyles from "@/features/file-import/fields.module.css";
import { columnRole } from "./column-roles";
import { dropColumn, takeColumn } from "./draft-changes";
import type { MappingDraft } from "./mapping-draft";
import type { ColumnFacts } from "./study-import-views";
import styles from "./value-columns.module.css";

const NEW = "+";

/** Wide form: for each column that holds numbers, which measure it is and when it was taken. */
export function ValueColumns(props: {
  readonly columns: readonly ColumnFacts[];
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
}): React.JSX.Element {
  const t = useTranslations("studyImport.values");
  const { draft, onChange } = props;
  const rows = props.columns.filter((column) => {
    const { kind } = columnRole(draft, column.name);
    return kind === "values" || (kind === "unused" && column.numeric);
  });
  const others = props.columns.map(({ name }) => ({ value: name, label: name }));
  const change = (column: string, part: { timepoint?: string | null; date?: string | null }): void =>
    onChange({ ...draft, values: draft.values.map((each) => (each.column === column ? { ...each, ...part } : each)) });
  return (
    <fieldset className={fieldStyles.group}>
      <legend>{t("title")}</legend>
      <ul className={styles.rows}>
        {rows.map(({ name }) => {
          const value = draft.values.find((each) => each.column === name);
          return (
            <li key={name} className={styles.row}>
              <span className={styles.column}>{name}</span>
              <SelectField
                label={t("measure", { column: name })}
                value={value?.measure ?? null}
                none={t("leave")}
                options={[
                  ...draft.measures.map((measure) => ({ value: measure.code, label: measure.name })),
                  { value: NEW, label: t("newMeasure", { column: name }) },
                ]}
                onChange={(measure) => {
                  if (measure === null) onChange(dropColumn(draft, name));
                  else onChange(takeColumn(draft, name, measure === NEW ? null : measure));
                }}
              />
              {value && draft.timepoint === null ? (
                <SelectField
                  label={t("timepoint", { column: name })}
                  value={value.timepoint}
                  none={t("choose")}
                  options={draft.timepoints.map((timepoint) => ({ value: timepoint.code, label: timepoint.name }))}
                  onChange={(timepoint) => change(name, { timepoint })}
                />
              ) : null}
              {value && draft.date === null ? (
                <SelectField
                  label={t("date", { column: name })}
                  value={value.date}
                  none={t("noDate")}
                  options={others.filter((other) => other.value !== name)}
                  onChange={(date) => change(name, { date })}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
