"use client";

import { DataTable } from "@alongside/ui/primitives/data-table";
import { StatGrid, StatTile } from "@alongside/ui/primitives/stat-tile";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import styles from "./study-import.module.css";
import type { ImportView, Report } from "./study-import-views";

/** What a file holds: sizes, people by cohort, values by measure and timepoint, and what it adds to the plan. */
export function ReportFigures(props: {
  readonly report: Report;
  readonly mapping: ImportView["mapping"];
}): React.JSX.Element {
  const t = useTranslations("studyImport.report");
  const format = useFormatter();
  const language = useLocale();
  const { report, mapping } = props;
  const timepoints = mapping?.timepoints ?? [];
  const measures = (mapping?.measures ?? []).filter((measure) =>
    report.counts.some((count) => count.measure === measure.code),
  );
  const count = (measure: string, timepoint: string): number =>
    report.counts.find((each) => each.measure === measure && each.timepoint === timepoint)?.records ?? 0;
  return (
    <>
      <StatGrid>
        <StatTile label={t("rows")} value={format.number(report.rows)} />
        <StatTile
          label={t("participants")}
          value={format.number(report.participants)}
          note={report.knownParticipants > 0 ? t("known", { n: format.number(report.knownParticipants) }) : undefined}
        />
        <StatTile
          label={t("values")}
          value={format.number(report.records)}
          note={report.alreadyStored > 0 ? t("stored", { n: format.number(report.alreadyStored) }) : undefined}
        />
        <StatTile label={t("missing")} value={format.number(report.missingCells)} />
      </StatGrid>
      <div className={styles.lists}>
        <NameList
          title={t("cohorts")}
          names={report.cohorts.map(({ label, participants }) => {
            const name = mapping?.cohorts.find((cohort) => cohort.label === label)?.name ?? label;
            return t("people", { name, n: format.number(participants) });
          })}
        />
        <NameList title={t("creates.cohorts")} names={report.creates.cohorts} />
        <NameList title={t("creates.timepoints")} names={report.creates.timepoints} />
        <NameList title={t("creates.measures")} names={report.creates.measures} />
        <NameList title={t("creates.sites")} names={report.creates.sites} />
      </div>
      {measures.length > 0 ? (
        <DataTable
          wide
          caption={t("counts")}
          language={language}
          rows={measures}
          rowKey={(measure) => measure.code}
          columns={[
            { id: "measure", header: t("measure"), cell: (measure) => measure.name },
            ...timepoints.map((timepoint) => ({
              id: timepoint.code,
              header: timepoint.name,
              numeric: true,
              cell: (measure: (typeof measures)[number]) => format.number(count(measure.code, timepoint.code)),
            })),
          ]}
        />
      ) : null}
    </>
  );
}

function NameList(props: { readonly title: string; readonly names: readonly string[] }): React.JSX.Element | null {
  if (props.names.length === 0) return null;
  return (
    <div>
      <h3>{props.title}</h3>
      <ul>
        {props.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
