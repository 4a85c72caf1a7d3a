"use client";

import { formatRounded } from "@alongside/domain/display/rounding";
import { type Column, DataTable } from "@alongside/ui/primitives/data-table";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import styles from "@/features/file-import/file-import.module.css";
import type { ImportView, Report } from "./study-import-views";

type Figures = Report["figures"][number];

/** Number, lowest and highest value of every measure at every timepoint: a wrong column or unit shows here. */
export function ValueTable(props: {
  readonly report: Report;
  readonly mapping: NonNullable<ImportView["mapping"]>;
}): React.JSX.Element | null {
  const t = useTranslations("studyImport.report.figures");
  const format = useFormatter();
  const language = useLocale();
  const { measures, timepoints } = props.mapping;
  const { figures } = props.report;
  if (figures.length === 0) return null;
  const nameOf = (parts: readonly { readonly code: string; readonly name: string }[], code: string) =>
    parts.find((part) => part.code === code)?.name ?? code;
  const empty = measures.filter(({ code }) => !figures.some(({ measure }) => measure === code));
  const number = (id: string, header: string, cell: (row: Figures) => string): Column<Figures> => ({
    ...{ id, header, cell, numeric: true },
  });
  const value = (read: (row: Figures) => number) => (row: Figures) => formatRounded(read(row), "foreign", language);
  return (
    <>
      <DataTable
        caption={t("caption")}
        language={language}
        rows={figures}
        rowKey={({ measure, timepoint }) => `${measure} ${timepoint}`}
        columns={[
          { id: "measure", header: t("measure"), cell: ({ measure }) => nameOf(measures, measure) },
          { id: "timepoint", header: t("timepoint"), cell: ({ timepoint }) => nameOf(timepoints, timepoint) },
          number("values", t("values"), ({ records }) => format.number(records)),
          number("missing", t("missing"), ({ missing }) => format.number(missing)),
          number(
            "lowest",
            t("lowest"),
            value(({ lowest }) => lowest),
          ),
          number(
            "highest",
            t("highest"),
            value(({ highest }) => highest),
          ),
        ]}
      />
      {empty.length > 0 ? (
        <p className={styles.lead}>{t("empty", { names: format.list(empty.map(({ name }) => name)) })}</p>
      ) : null}
    </>
  );
}
