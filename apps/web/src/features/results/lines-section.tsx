import { LimitLines } from "@alongside/ui/charts/limit-lines/limit-lines";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { Section } from "@/features/outcome/section";
import type { ResultsView } from "./results-view";
import { useShown } from "./use-shown";

type Lines = Extract<ResultsView["trajectories"], { kind: "trajectories" }>;

/** A line per person, without codes. What is known only as a limit is drawn as a limit. */
export function LinesSection({ view }: { readonly view: ResultsView }): React.JSX.Element {
  const t = useTranslations("results.lines");
  const { trajectories } = view;
  if (trajectories.kind === "not-yours") return <Section id="lines" title={t("title")} finding={t("notYours")} />;
  if (trajectories.kind === "suppressed" || trajectories.lines.length === 0) {
    return (
      <Section id="lines" title={t("title")} finding={t(trajectories.kind === "suppressed" ? "hidden" : "nobody")} />
    );
  }
  return <Drawn view={view} found={trajectories} />;
}

function Drawn({ view, found }: { readonly view: ResultsView; readonly found: Lines }): React.JSX.Element {
  const t = useTranslations("results.lines");
  const shown = useShown();
  const { lines, of } = found;
  const waves = view.waves.map(({ label }) => label);
  const thresholds = (view.rules[0]?.categories ?? []).flatMap(({ upTo }) => (upTo === null ? [] : [upTo]));
  const at = (wave: number) => lines.flatMap((line) => line.filter((point) => point.wave === wave));
  const finding = t(lines.length < of ? "sample" : "all", {
    lines: shown.count(lines.length),
    of: shown.count(of),
    name: view.cohort.name,
  });
  const summary = waves
    .map((wave, place) => {
      const points = at(place);
      const beyond = points.filter(({ kind }) => kind !== "quantified").length;
      return t("summary", { wave, results: points.length, limits: beyond });
    })
    .join(" ");
  return (
    <Section id="lines" title={t("title")} finding={finding}>
      <div className={styles.figure}>
        <ChartFrame
          ofPeople
          basis={finding}
          finding={t("chart", { name: view.cohort.name })}
          subtitle={t("reading")}
          chart={
            <LimitLines
              waves={waves}
              lines={lines}
              thresholds={thresholds}
              locale={shown.locale}
              names={{ quantified: t("quantified"), below: t("below"), above: t("above") }}
              thresholdName={(copies) => t("threshold", { copies })}
            />
          }
          summary={summary}
        />
        <TableBeside label={t("table")}>
          <FigureTable
            caption={t("caption")}
            head={[t("time"), t("results"), t("quantified"), t("below"), t("above")]}
            rows={waves.map((wave, place) => {
              const points = at(place);
              const count = (kind: string) => shown.count(points.filter((point) => point.kind === kind).length);
              return {
                id: String(place),
                cells: [wave, shown.count(points.length), count("quantified"), count("below"), count("above")],
              };
            })}
          />
        </TableBeside>
      </div>
    </Section>
  );
}
