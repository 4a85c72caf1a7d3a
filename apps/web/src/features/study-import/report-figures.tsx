"use client";

import { StatGrid, StatTile } from "@alongside/ui/primitives/stat-tile";
import { useFormatter, useTranslations } from "next-intl";
import styles from "./study-import.module.css";
import type { ImportView, Report } from "./study-import-views";
import { ValueTable } from "./value-table";

/** What a file holds: sizes, people by cohort, what its values look like, and what it adds to the plan. */
export function ReportFigures(props: {
  readonly report: Report;
  readonly mapping: ImportView["mapping"];
}): React.JSX.Element {
  const t = useTranslations("studyImport.report");
  const format = useFormatter();
  const { report, mapping } = props;
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
      {mapping ? <ValueTable report={report} mapping={mapping} /> : null}
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
