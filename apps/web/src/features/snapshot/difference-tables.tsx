import { useLocale, useTranslations } from "next-intl";
import { FigureTable } from "@/features/outcome/figure-table";
import { useFigures } from "@/features/outcome/use-figures";
import styles from "./snapshot.module.css";
import type { ComparedSnapshots } from "./snapshot-views";

type Row = ComparedSnapshots["figures"][number];

/** What tells two snapshots apart: people and forms, then every figure that is not the same in both. */
export function DifferenceTables(props: {
  readonly compared: ComparedSnapshots;
  readonly names: readonly [string, string];
}): React.JSX.Element {
  const t = useTranslations("snapshot.difference");
  const { compared } = props;
  const isEstimate = (figure: Row["first"]) => figure?.change.kind === "estimate";
  const estimated = compared.figures.filter(({ first, second }) => isEstimate(first) || isEstimate(second));
  const changed = estimated.filter(({ isSame }) => !isSame);
  const same = estimated.length - changed.length;
  return (
    <>
      {compared.rows === null ? <p>{t("hidden")}</p> : <RowTable {...props} rows={compared.rows} />}
      <p>{t("figures", { changed: changed.length, same })}</p>
      {changed.length === 0 ? null : <ChangedTables {...props} changed={changed} />}
    </>
  );
}

function RowTable(props: {
  readonly compared: ComparedSnapshots;
  readonly rows: NonNullable<ComparedSnapshots["rows"]>;
}): React.JSX.Element {
  const t = useTranslations("snapshot.difference");
  const { people, moved, standing, changed, forms } = props.rows;
  const label = new Map(
    [props.compared.first, props.compared.second].flatMap(({ table }) =>
      table.timepoints.map((one) => [one.id, one.label] as const),
    ),
  );
  const rows = [
    { id: "both", count: people.both, words: t("rows.both") },
    { id: "come", count: people.come, words: t("rows.come") },
    { id: "gone", count: people.gone, words: t("rows.gone") },
    { id: "changed", count: changed, words: t("rows.changed") },
    { id: "moved", count: moved, words: t("rows.moved") },
    { id: "standing", count: standing, words: t("rows.standing") },
  ];
  return (
    <div className={styles.part}>
      <FigureTable
        caption={t("people")}
        head={[t("people"), t("count")]}
        rows={rows.map(({ id, count, words }) => ({ id, cells: [words, String(count)] }))}
      />
      {forms.length === 0 ? (
        <p>{t("noForms")}</p>
      ) : (
        <FigureTable
          caption={t("forms")}
          head={[t("forms"), t("formsGone"), t("formsCome")]}
          rows={forms.map(({ timepointId, gone, come }) => ({
            id: timepointId,
            cells: [label.get(timepointId) ?? t("unknownTime"), String(gone), String(come)],
          }))}
        />
      )}
    </div>
  );
}

/** Rows in sight; the others are one press away. */
const IN_SIGHT = 12;

function ChangedTables(props: {
  readonly compared: ComparedSnapshots;
  readonly names: readonly [string, string];
  readonly changed: readonly Row[];
}): React.JSX.Element {
  const t = useTranslations("snapshot.difference");
  const wordsOf = useLineWords(props.compared);
  const { estimate } = useFigures();
  const cell = (figure: Row["first"]) => (figure === null ? t("absent") : estimate(figure.change));
  const rows = props.changed
    .toSorted((a, b) => moveOf(b) - moveOf(a))
    .map((row) => ({
      id: `${row.measure} ${row.cohortId} ${row.timepointId}`,
      cells: [wordsOf(row), cell(row.first), cell(row.second)],
    }));
  const head = [t("figure"), ...props.names];
  const rest = rows.slice(IN_SIGHT);
  return (
    <div className={styles.part}>
      <FigureTable caption={t("changedFigures")} head={head} rows={rows.slice(0, IN_SIGHT)} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{t("rest", { count: rest.length })}</summary>
          <FigureTable caption={t("restFigures")} head={head} rows={rest} />
        </details>
      )}
    </div>
  );
}

/** How far a figure moved, in standard deviations at the baseline; less than nothing where it came or went. */
function moveOf({ first, second }: Row): number {
  const [one, other] = [first?.standardised, second?.standardised];
  return one?.kind === "estimate" && other?.kind === "estimate" ? Math.abs(other.value - one.value) : -1;
}

function useLineWords({ first, second }: ComparedSnapshots): (row: Row) => string {
  const t = useTranslations("snapshot.difference");
  const language = useLocale();
  const tables = [first.table, second.table];
  const measures = new Map(
    tables.flatMap(({ domains }) =>
      domains.flatMap((domain) =>
        domain.measures.map(({ description }) => [description.measure, description.label[language]] as const),
      ),
    ),
  );
  const cohorts = new Map(tables.flatMap((table) => table.cohorts.map(({ id, name }) => [id, name] as const)));
  const times = new Map(tables.flatMap((table) => table.timepoints.map(({ id, label }) => [id, label] as const)));
  return ({ measure, cohortId, timepointId }) =>
    t("line", {
      ...{ measure: measures.get(measure) ?? measure, cohort: cohorts.get(cohortId) ?? "" },
      time: times.get(timepointId) ?? "",
    });
}
