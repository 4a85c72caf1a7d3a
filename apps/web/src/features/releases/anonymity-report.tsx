import { isBelowThreshold } from "@alongside/domain/release/anonymity-summary";
import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import type { ReleaseView } from "./release-views";
import styles from "./releases.module.css";

type Report = ReleaseView["report"];

/** How alike the people of a file are, in sentences, with a warning where a group is small. */
export function AnonymityReport(props: { readonly report: Report; readonly rows: number }): React.JSX.Element {
  const { report, rows } = props;
  const t = useTranslations("release.report");
  const format = useFormatter();
  const names = (columns: Report["leftOut"]) => format.list(columns.map((column) => t(`known.${column}`)));
  const { sites } = report;
  return (
    <>
      {isBelowThreshold(report) ? (
        <Notice tone="caution" title={t("warning.title", { threshold: report.threshold })}>
          <p>{t("warning.text")}</p>
        </Notice>
      ) : null}
      <ul className={styles.facts}>
        {report.people === null ? (
          <li>{t("counts", { smallest: report.smallestCount ?? 0 })}</li>
        ) : (
          <li>{t("people", { people: report.people, rows })}</li>
        )}
        {report.levels.map(({ known, smallest, alone }) => (
          <li key={known.join(" ")}>
            {known.length === 0
              ? t("nothing", { people: smallest })
              : t("level", { known: names(known), smallest, alone: format.number(alone, { style: "percent" }) })}
          </li>
        ))}
        {report.fewestDifferent === null ? null : <li>{t("different", { n: report.fewestDifferent })}</li>}
        {sites.treatment === "none" ? null : (
          <li>{t(`sites.${sites.treatment}`, { all: sites.all, small: sites.small, threshold: report.threshold })}</li>
        )}
        {report.leftOut.length === 0 ? null : (
          <li>{t("leftOut", { columns: names(report.leftOut), threshold: report.threshold })}</li>
        )}
      </ul>
    </>
  );
}
