"use client";

import { REPORT_FILES } from "@alongside/domain/report/report-request";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import styles from "./report-screen.module.css";

/** Takes a report away: as a PDF that the browser makes, or as a file to edit. */
export function ReportFiles(props: {
  /** Where the files come from. */
  readonly action: string;
  /** What the form tells which report it is. */
  readonly fields: Readonly<Record<string, string>>;
  readonly mayExport: boolean;
}): React.JSX.Element {
  const t = useTranslations("report.files");
  return (
    <div className={styles.files}>
      <Button kind="primary" onClick={() => window.print()}>
        {t("pdf")}
      </Button>
      {props.mayExport ? (
        <form method="post" action={props.action} className={styles.files}>
          {Object.entries(props.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {REPORT_FILES.map((type) => (
            <Button key={type} type="submit" name="type" value={type}>
              {t(type)}
            </Button>
          ))}
        </form>
      ) : null}
      <p>{t("pdfHint")}</p>
    </div>
  );
}
