import { WaveLines } from "@alongside/ui/charts/wave-lines/wave-lines";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useFigures } from "./use-figures";

/** A line per person, without anybody's code, with the mean on top and the band nobody would notice. */
export function PeopleSection({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.people");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const { trajectories, responders, change } = view.analysis;
  const { lines, of, means } = trajectories;
  const [least, most] = [responders.curve[0]?.change, responders.curve.at(-1)?.change];
  const finding =
    least === undefined || most === undefined
      ? t("findingNone")
      : t("finding", { n: figures.count(change.n), least: figures.score(least), most: figures.score(most) });
  const points = change.importantDifference.value;
  const start = means[0]?.value;
  const people = { shown: lines.length, of: figures.count(of) };
  const texts = means.map((mean) => (mean === null ? null : figures.estimate(mean)));
  return (
    <Section id="people" title={t("title")} finding={finding}>
      <div className={styles.figure}>
        <ChartFrame
          finding={lines.length < of ? t("chart", people) : t("chartAll", people)}
          chart={
            <WaveLines
              waves={view.waves.map(({ label }) => label)}
              people={lines}
              named={[
                {
                  name: t("mean", people),
                  position: 0,
                  values: means.map((mean) => mean?.value ?? null),
                  intervals: means.map((mean) => mean?.interval ?? null),
                },
              ]}
              range={view.description.range}
              band={points === null || start === undefined ? null : { from: start - points, to: start + points }}
              locale={figures.locale}
              personLabel={t("person")}
              bandLabel={points === null ? undefined : t("band", { points: figures.score(points) })}
            />
          }
          summary={view.waves.map(({ label }, at) => `${label}: ${texts[at] ?? "–"}`).join("; ")}
        />
        {lines.length < of ? <p className={styles.soft}>{t("sample", people)}</p> : null}
        <TableBeside label={table("show")}>
          <FigureTable
            caption={t("caption")}
            head={[table("time"), t("n"), table("mean"), table("interval")]}
            rows={view.waves.map(({ timepointId, label }, at) => {
              const mean = means[at];
              return {
                id: timepointId,
                cells: mean
                  ? [label, figures.count(mean.n), figures.mean(mean.value), figures.interval(mean.interval)]
                  : [label, "–", "–", "–"],
              };
            })}
          />
        </TableBeside>
      </div>
    </Section>
  );
}
