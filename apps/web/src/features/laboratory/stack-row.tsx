import type { LabKind } from "@alongside/domain/laboratory/kinds";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { flushSync } from "react-dom";
import { stateKey } from "./cell-keys";
import { isCarried, ListCell, TextCell } from "./cells";
import { isStillNeeded, RowBeside } from "./row-beside";
import { DATE_FIELDS, type RowView } from "./row-view.model";
import type { CarriedField, StackField, StackRow } from "./stack";
import type { StackAction } from "./stack.model";
import styles from "./stack.module.css";
import type { CellOptions } from "./use-cell-options";
import type { Person } from "./use-people";

export interface StackRowProps {
  readonly row: StackRow;
  readonly view: RowView;
  readonly person: Person;
  readonly number: number;
  readonly kind: LabKind;
  readonly rule: ThresholdRule;
  readonly options: CellOptions;
  /** Its cells that are seldom typed are shown, too. */
  readonly open: boolean;
  readonly act: (action: StackAction) => void;
  readonly focus: (id: string, cell: StackField) => void;
  readonly onChosen: (id: string) => void;
}

const SELDOM: readonly CarriedField[] = ["specimen", "testReason", "receivedOn", "testedOn", "returnedOn"];

/** One paper of the stack: its cells, and beside them what is known and understood. */
function StackRowItem(props: StackRowProps): React.JSX.Element {
  const { row, view, person, kind, options, act } = props;
  const t = useTranslations("laboratory");
  const locked = row.saveId !== null;
  const describedBy = `beside-${row.id}`;
  const isWrong = (field: string) =>
    view.problems.some((problem) => problem.field === field && !isStillNeeded(problem)) ||
    (field === "code" && (person.kind === "mistyped" || person.kind === "refused"));
  const cell = (field: StackField, value: string) => ({
    ...{ rowId: row.id, field, value, describedBy, disabled: locked },
    label: t(`field.${field}`),
    invalid: isWrong(field),
    onText: (text: string) => act({ type: "type", id: row.id, field, text }),
  });
  const carried = (field: CarriedField, value: string = view.carried[field]) => ({
    ...cell(field, value),
    carried: isCarried(row.own, field),
    carriedHint: t("row.carried"),
  });
  const date = (field: (typeof DATE_FIELDS)[number]) => (
    <TextCell
      {...carried(field)}
      placeholder={t("row.datePlaceholder")}
      onLeave={() => {
        // A day that was typed as "-3" is another day tomorrow, and in the rows below.
        const day = view.dates[field];
        if (day !== null && row.own[field] !== undefined && row.own[field] !== day) {
          act({ type: "type", id: row.id, field, text: day });
        }
      }}
    />
  );
  const opens = props.open || view.problems.some(({ field }) => SELDOM.some((one) => one === field));
  const isViralLoad = kind === "viral-load";
  const isWithoutResult = row.state === "rejected" || row.state === "failed";
  return (
    <li className={styles.row} data-open={opens ? "" : undefined} data-kind={isViralLoad ? "wide" : "narrow"}>
      <fieldset>
        <legend className="visually-hidden">{t("row.legend", { number: props.number })}</legend>
        <div className={styles.cells}>
          <span className={styles.number} aria-hidden="true">
            {props.number}
          </span>
          <TextCell {...cell("code", row.code)} mono placeholder={t("code.placeholder")} />
          <ListCell
            {...cell("state", row.state)}
            options={options.states}
            none={t("row.asPrinted")}
            onKey={(event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              const meant = stateKey(event.key);
              if (meant === null) return;
              event.preventDefault();
              if ("state" in meant) {
                if (options.states.some(({ value }) => value === meant.state)) cell("state", "").onText(meant.state);
                return;
              }
              // At once, so that the next key is typed into the result, too.
              flushSync(() => cell("result", "").onText(meant.print));
              props.focus(row.id, "result");
            }}
          />
          <div className={styles.result}>
            {isWithoutResult ? (
              <ListCell
                {...cell("noResultCode", row.noResultCode)}
                options={row.state === "rejected" ? options.rejections : options.failures}
                none={t("row.choose")}
              />
            ) : null}
            {/* What was typed there stays in sight: it may be what stands in the way. */}
            {isWithoutResult && row.result === "" ? null : <TextCell {...cell("result", row.result)} mono />}
          </div>
          {date("collectedOn")}
          {isViralLoad ? <ListCell {...carried("assay")} options={options.assays} none={t("row.notStated")} /> : null}
        </div>
        {opens ? (
          <div className={styles.seldom}>
            {isViralLoad ? (
              <>
                <ListCell
                  {...carried("specimen", view.carried.specimen || (view.assay?.specimen ?? ""))}
                  options={options.specimens}
                  none={t("row.notStated")}
                />
                <ListCell
                  {...carried("testReason", view.carried.testReason || "not-stated")}
                  options={options.reasons}
                />
              </>
            ) : null}
            {DATE_FIELDS.filter((field) => field !== "collectedOn").map((field) => (
              <div key={field}>{date(field)}</div>
            ))}
            {person.kind === "found" && person.recent.window !== null ? (
              <ListCell
                {...cell("timepointCode", view.timepointCode ?? "")}
                options={[{ value: person.recent.window.code, text: person.recent.window.label }]}
                none={t("row.noTimepoint")}
              />
            ) : null}
          </div>
        ) : null}
        <RowBeside
          row={row}
          view={view}
          person={person}
          kind={kind}
          rule={props.rule}
          act={act}
          id={describedBy}
          onChosen={() => props.onChosen(row.id)}
        />
      </fieldset>
    </li>
  );
}

/** Rows that have not changed are not drawn again: a stack may have a hundred. */
export const StackRowView = memo(StackRowItem, (before, after) => {
  const same = before.row === after.row && before.open === after.open && before.number === after.number;
  return (
    same &&
    before.options === after.options &&
    JSON.stringify([before.view, before.person]) === JSON.stringify([after.view, after.person])
  );
});
