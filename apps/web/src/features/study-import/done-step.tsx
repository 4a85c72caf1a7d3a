"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "@/features/file-import/file-import.module.css";
import { ReportFigures } from "./report-figures";
import type { ImportPlace, ImportView, Report } from "./study-import-views";

/** What an import has brought, and where to see it. */
export function DoneStep(props: {
  readonly place: ImportPlace;
  readonly view: ImportView;
  readonly report: Report;
}): React.JSX.Element {
  const t = useTranslations("studyImport.done");
  const { report, place } = props;
  const added = {
    participants: report.participants - report.knownParticipants,
    values: report.records - report.alreadyStored,
  };
  return (
    <section className={styles.section} aria-labelledby="done">
      <h2 id="done">{t("title")}</h2>
      <Notice tone="information" title={t("added", added)}>
        <p>{t("codes")}</p>
      </Notice>
      <p className={styles.actions}>
        <Link className={buttonClass({ kind: "primary" })} href={`${place.base}/change`} prefetch={false}>
          {t("change")}
        </Link>
        <Link className={buttonClass()} href={`${place.base}/import`} prefetch={false}>
          {t("another")}
        </Link>
      </p>
      <ReportFigures report={report} mapping={props.view.mapping} />
    </section>
  );
}
