import { WaveLines } from "@alongside/ui/charts/wave-lines/wave-lines";
import { buttonClass } from "@alongside/ui/primitives/button";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useFigures } from "./use-figures";

/** A line per person, without anybody's code, with the mean on top and the band nobody would notice. */
export function PeopleSection(props: {
  readonly view: OutcomeView;
  /** Where it stands whose scores these are; null for those who may not see it. */
  readonly whose: string | null;
}): React.JSX.Element {
  const { view } = props;
  const t = useTranslations("outcome.people");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const lists = useFormatter();
  const { trajectories, responders, change } = view.analysis;
  const { lines, of, means } = trajectories;
  const [least, most] = [responders.curve[0]?.change, responders.curve.at(-1)?.change];
  const finding =
    least === undefined || most === undefined
      ? t("findingNone")
      : t("finding", { n: figures.count(change.n), least: figures.score(least), most: figures.score(most) });
  const points = change.importantDifference.value;
  const shown = means.map((mean) => (mean?.kind === "estimate" ? mean : null));
  const start = shown[0]?.value;
  const people = { shown: lines.length, of: figures.count(of) };
  const texts = means.map((mean) => (mean === null ? null : figures.estimate(mean)));
  const hidden = view.waves.filter((_, at) => means[at]?.kind === "suppressed").map(({ label }) => label);
  return (
    <Section id="people" title={t("title")} finding={finding}>
      <div className={styles.figure}>
        <ChartFrame
          ofPeople
          states={finding}
          finding={lines.length < of ? t("chart", people) : t("chartAll", people)}
          chart={
            <WaveLines
              waves={view.waves.map(({ label, targetDay }) => ({ label, day: targetDay }))}
              people={lines}
              named={[
                {
                  name: t("mean", people),
                  position: 0,
                  values: shown.map((mean) => mean?.value ?? null),
                  intervals: shown.map((mean) => mean?.interval ?? null),
                },
              ]}
              range={view.description.range}
              band={points === null || start === undefined ? null : { from: start - points, to: start + points }}
              locale={figures.locale}
              personLabel={t("person")}
              bandLabel={points === null ? undefined : t("band", { points: figures.score(points) })}
            />
          }
          summary={figures.summary(view.waves.map(({ label }, at) => ({ label, text: texts[at] ?? "–" })))}
        />
        {lines.length < of ? <p className={styles.soft}>{t("sample", people)}</p> : null}
        {props.whose === null ? null : (
          <p>
            <Link href={props.whose} className={buttonClass()} prefetch={false}>
              {t("whose")}
            </Link>
          </p>
        )}
        {hidden.length === 0 ? null : (
          <p className={styles.soft} data-fact="hidden-means">
            {t("hidden", { waves: lists.list(hidden, { type: "conjunction" }) })}
          </p>
        )}
        <TableBeside label={table("show")}>
          <FigureTable
            caption={t("caption")}
            head={[table("time"), t("n"), table("mean"), table("interval")]}
            rows={view.waves.map(({ timepointId, label }, at) => {
              const mean = shown[at];
              return {
                id: timepointId,
                cells: mean
                  ? [label, figures.count(mean.n), figures.mean(mean.value), figures.interval(mean.interval)]
                  : [label, "–", texts[at] ?? "–", "–"],
              };
            })}
          />
        </TableBeside>
      </div>
    </Section>
  );
}
