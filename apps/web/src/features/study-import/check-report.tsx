"use client";

import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import styles from "@/features/file-import/file-import.module.css";
import { ProblemTable } from "@/features/file-import/problem-table";
import { ReportFigures } from "./report-figures";
import type { ImportPlace, ImportView, Report } from "./study-import-views";

/** What the dry run found: whether the file can be imported, what would come of it, and every problem to be mended. */
export function CheckReport(props: {
  readonly place: ImportPlace;
  readonly view: ImportView;
  readonly report: Report;
  readonly onRun: () => void;
  readonly onColumns: () => void;
}): React.JSX.Element {
  const t = useTranslations("studyImport.report");
  const format = useFormatter();
  const { report } = props;
  const total = report.problemCounts.reduce((sum, { count }) => sum + count, 0);
  const nothingNew = report.importable && report.records > 0 && report.records === report.alreadyStored;
  return (
    <section className={styles.section} aria-labelledby="check">
      <h2 id="check">{t("title")}</h2>
      {report.importable ? (
        <Notice tone="information" title={nothingNew ? t("nothingNew") : t("good")}>
          <p>{t("goodText")}</p>
        </Notice>
      ) : (
        <Notice tone="caution" title={t("bad", { n: total, count: format.number(total) })}>
          <p>{t("badText")}</p>
        </Notice>
      )}
      <p className={styles.actions}>
        {report.importable ? (
          <Button kind="primary" onClick={props.onRun}>
            {t("run")}
          </Button>
        ) : null}
        <Button kind={report.importable ? "secondary" : "primary"} onClick={props.onColumns}>
          {t("columns")}
        </Button>
      </p>
      {report.importable && report.creates.timepoints.length > 0 ? (
        <p className={styles.lead}>{t("planNote")}</p>
      ) : null}
      {total > 0 ? (
        <>
          <ProblemTable report={report} />
          <p>
            <a className={buttonClass()} href={`${props.place.base}/import/${props.view.id}/problems`} download="">
              {t("download")}
            </a>
          </p>
        </>
      ) : null}
      <ReportFigures report={report} mapping={props.view.mapping} />
    </section>
  );
}
