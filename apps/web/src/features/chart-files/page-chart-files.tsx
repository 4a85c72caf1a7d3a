"use client";

import { type AskedFile, ChartFiles } from "@alongside/ui/charts/save/chart-files";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useDataLabelWords } from "@/features/shell/use-data-label-words";
import { useApiClient } from "@/trpc/client";
import { type FiguresOf, stampOf } from "./stamp-of";

/** Lets the charts of a page be saved by whoever may, each leaving a trace first. */
export function PageChartFiles(props: {
  readonly place: { readonly programmeId: string; readonly verbs: readonly string[] };
  readonly page: "change" | "outcome" | "results" | "retention";
  readonly figures: FiguresOf;
  readonly dataLabel: string | null;
  /** What every chart of the page is about, as the page says it. */
  readonly about?: readonly string[];
  /** What has to be known before a figure is believed, besides what kind of data these are. */
  readonly cautions?: readonly string[];
  readonly children: ReactNode;
}): ReactNode {
  const { place, children } = props;
  const setting = useSetting(props);
  return place.verbs.includes("chart.export") ? <ChartFiles setting={setting}>{children}</ChartFiles> : children;
}

function useSetting(props: Parameters<typeof PageChartFiles>[0]): React.ComponentProps<typeof ChartFiles>["setting"] {
  const t = useTranslations("chartFiles");
  const client = useApiClient();
  const kindOfData = useDataLabelWords();
  const { page, figures, dataLabel, about = [], cautions = [] } = props;
  const { programmeId } = props.place;
  const { at, ...stamp } = stampOf(figures);
  return {
    stamp,
    about,
    cautions: [...(dataLabel === null ? [] : [t("caution", kindOfData(dataLabel))]), ...cautions],
    words: {
      save: t("save"),
      choices: t("choices"),
      formats: { svg: t("formats.svg"), png: t("formats.png"), csv: t("formats.csv") },
      source: t("source", {
        stamp: figures.snapshot
          ? t("snapshot", { code: stamp.code, day: stamp.day })
          : figures.dataHash === undefined
            ? t("moment", { at })
            : t("hash", { code: stamp.code, day: stamp.day }),
      }),
      sourceColumn: t("sourceColumn"),
      saved: (file) => t("saved", { file }),
      failed: t("failed"),
    },
    note: async (file: AskedFile) => {
      try {
        await client.chart.export.mutate({ programmeId, page, ...file, figures: stamp.code });
        return null;
      } catch (error) {
        return <FailureNotice error={error} />;
      }
    },
  };
}
