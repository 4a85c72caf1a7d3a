"use client";

import { DataTable } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useLocale, useTranslations } from "next-intl";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import type { Problem, Problems } from "./file-import-views";
import { problemWords } from "./problem-words";

/** The problems of a file by row, column, value and rule: the first ones, with how many there are in all. */
export function ProblemTable({ report }: { readonly report: Problems }): React.JSX.Element {
  const t = useTranslations("fileImport.problems");
  const say = useOpenTranslations();
  const language = useLocale();
  const total = report.problemCounts.reduce((sum, { count }) => sum + count, 0);
  const shown = report.problems.length;
  const rows = report.problems.map((problem, index) => ({ problem, index }));
  return (
    <DataTable<{ readonly problem: Problem; readonly index: number }>
      caption={shown < total ? t("captionSome", { shown, total }) : t("caption", { total })}
      language={language}
      rows={rows}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          id: "row",
          header: t("row"),
          cell: ({ problem }) => problem.row ?? t("wholeFile"),
          sortKey: ({ problem }) => problem.row ?? 0,
        },
        {
          id: "column",
          header: t("column"),
          cell: ({ problem }) => problem.column ?? "–",
          sortKey: ({ problem }) => problem.column ?? null,
        },
        { id: "value", header: t("value"), cell: ({ problem }) => problem.value ?? "–" },
        {
          id: "problem",
          header: t("problem"),
          cell: ({ problem }) => (
            <>
              {problem.severity === "warning" ? <StatusBadge tone="caution">{t("warning")}</StatusBadge> : null}{" "}
              {problemWords(say, problem)}
            </>
          ),
          sortKey: ({ problem }) => problem.rule,
        },
      ]}
    />
  );
}
