import type { LabKind } from "@alongside/domain/laboratory/kinds";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import styles from "./laboratory.module.css";
import { pasteCells } from "./paste-cells";
import { RowBeside } from "./row-beside";
import { assayName, DATE_FIELDS, type RowView } from "./row-view.model";
import type { StackField, StackRow } from "./stack";
import type { StackAction } from "./stack.model";
import type { CellOptions } from "./use-cell-options";
import type { Person } from "./use-people";

/** One result with large targets: the same row as in the stack, one field below the other. */
export function ResultForm(props: {
  readonly row: StackRow;
  readonly view: RowView;
  readonly person: Person;
  readonly kind: LabKind;
  readonly rule: ThresholdRule;
  readonly options: CellOptions;
  readonly act: (action: StackAction) => void;
  /** Whether the code is asked, too. */
  readonly asksCode: boolean;
  readonly today: string;
  readonly blind?: boolean;
}): React.JSX.Element {
  const { row, view, options, act } = props;
  const t = useTranslations("laboratory");
  const locale = useLocale();
  const id = useId();
  const isViralLoad = props.kind === "viral-load";
  const change = (field: StackField) => (event: { readonly target: { readonly value: string } }) =>
    act({ type: "type", id: row.id, field, text: event.target.value });
  const control = (field: StackField, value: string) => ({
    value,
    disabled: row.saveId !== null,
    "data-cell": field,
    "aria-describedby": `${id}-beside`,
    "aria-invalid": view.problems.some((problem) => problem.field === field) || undefined,
    onChange: change(field),
  });
  const list = (field: StackField, value: string, choices: CellOptions["states"], none?: string) => (
    <label className={styles.field}>
      <span>{t(`field.${field}`)}</span>
      <select {...control(field, value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </label>
  );
  const date = (field: (typeof DATE_FIELDS)[number]) => (
    <label key={field} className={styles.field}>
      <span>{t(`field.${field}`)}</span>
      <input {...control(field, view.dates[field] ?? view.carried[field])} type="date" max={props.today} />
    </label>
  );
  // A result that is corrected may name an edition that is not offered any more.
  const named = view.assay;
  const isOffered = named === null || options.assays.some(({ value }) => value === assayName(named));
  const assays = isOffered
    ? options.assays
    : [
        ...options.assays,
        { value: assayName(named), text: t("row.edition", { name: named.name[locale], edition: named.edition }) },
      ];
  const isWithoutResult = row.state === "rejected" || row.state === "failed";
  return (
    <>
      {props.asksCode ? (
        <label className={styles.field}>
          <span>{t("field.code")}</span>
          <input
            {...control("code", row.code)}
            className={`${styles.big} ${styles.code}`}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
          />
        </label>
      ) : null}
      {list("state", row.state, options.states, t("row.asPrinted"))}
      {isWithoutResult
        ? list(
            "noResultCode",
            row.noResultCode,
            row.state === "rejected" ? options.rejections : options.failures,
            t("row.choose"),
          )
        : null}
      {/* What was typed there stays in sight: it may be what stands in the way. */}
      {isWithoutResult && row.result === "" ? null : (
        <label className={styles.field}>
          <span>{t("field.result")}</span>
          <input
            {...control("result", row.result)}
            onPaste={(event) => pasteCells(event, (text) => act({ type: "type", id: row.id, field: "result", text }))}
            className={styles.big}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
          />
        </label>
      )}
      {date("collectedOn")}
      {isViralLoad ? list("assay", view.carried.assay, assays, t("row.notStated")) : null}
      <RowBeside {...props} id={`${id}-beside`} onChosen={() => undefined} />
      <details className={styles.more}>
        <summary>{t("one.more")}</summary>
        <div>
          {isViralLoad ? (
            <>
              {list(
                "specimen",
                view.carried.specimen || (view.assay?.specimen ?? ""),
                options.specimens,
                t("row.notStated"),
              )}
              {list("testReason", view.carried.testReason || "not-stated", options.reasons)}
            </>
          ) : null}
          {DATE_FIELDS.filter((field) => field !== "collectedOn").map(date)}
        </div>
      </details>
    </>
  );
}
