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
  const changed = compared.figures.filter(({ isSame }) => !isSame);
  const same = compared.figures.length - changed.length;
  return (
    <>
      {compared.rows === null ? <p>{t("hidden")}</p> : <RowTable {...props} rows={compared.rows} />}
      <p>{t("figures", { changed: changed.length, same })}</p>
      {changed.length === 0 ? null : <ChangedTable {...props} changed={changed} />}
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

function ChangedTable(props: {
  readonly compared: ComparedSnapshots;
  readonly names: readonly [string, string];
  readonly changed: readonly Row[];
}): React.JSX.Element {
  const t = useTranslations("snapshot.difference");
  const language = useLocale();
  const { estimate } = useFigures();
  const tables = [props.compared.first.table, props.compared.second.table];
  const measures = new Map(
    tables.flatMap(({ domains }) =>
      domains.flatMap((domain) =>
        domain.measures.map(({ description }) => [description.measure, description.label[language]] as const),
      ),
    ),
  );
  const cohorts = new Map(tables.flatMap((table) => table.cohorts.map(({ id, name }) => [id, name] as const)));
  const times = new Map(tables.flatMap((table) => table.timepoints.map(({ id, label }) => [id, label] as const)));
  const cell = (figure: Row["first"]) => (figure === null ? t("absent") : estimate(figure.change));
  return (
    <FigureTable
      caption={t("changedFigures")}
      head={[t("figure"), ...props.names]}
      rows={props.changed.map(({ measure, cohortId, timepointId, first, second }) => ({
        id: `${measure} ${cohortId} ${timepointId}`,
        cells: [
          t("line", {
            ...{ measure: measures.get(measure) ?? measure, cohort: cohorts.get(cohortId) ?? "" },
            time: times.get(timepointId) ?? "",
          }),
          cell(first),
          cell(second),
        ],
      }))}
    />
  );
}
