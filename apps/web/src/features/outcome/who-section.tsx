import { localText } from "@alongside/domain/instruments/questionnaire-view";
import { CumulativeCurve } from "@alongside/ui/charts/cumulative-curve/cumulative-curve";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useLocale, useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { PeopleBar } from "./people-bar";
import { type KnownChange, reliableParts } from "./reliable-parts";
import { Section } from "./section";
import { useAxis } from "./use-axis";
import { useFigures } from "./use-figures";

/** Reliable change with those who got worse, and the whole curve of change so that no threshold decides alone. */
export function WhoSection({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.who");
  const figures = useFigures();
  const { reliableChange } = view.analysis;
  if (reliableChange.kind === "not-known") {
    return (
      <Section id="who" title={t("title")} finding={t(`unknown.${reliableChange.why}`)}>
        <Curve view={view} />
      </Section>
    );
  }
  const { counts } = reliableChange;
  const better = counts.recovered + counts.reliablyImproved;
  const finding = t("finding", {
    n: figures.count(counts.n),
    worse: figures.count(counts.reliablyDeteriorated),
    worseShare: figures.share(counts.reliablyDeteriorated / counts.n),
    better: figures.count(better),
    betterShare: figures.share(better / counts.n),
    chance: figures.score(counts.expectedByChance),
  });
  return (
    <Section id="who" title={t("title")} finding={finding}>
      <div className={styles.pair}>
        <Reliable view={view} known={reliableChange} finding={finding} />
        <Curve view={view} />
      </div>
    </Section>
  );
}

function Reliable(props: {
  readonly view: OutcomeView;
  readonly known: KnownChange;
  readonly finding: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.who");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const { scale, reliability, deterioration } = props.known;
  const source = localText(reliability.source, useLocale());
  const { parts: found, ofEnrolled } = reliableParts(props.known, props.view.analysis.attrition.flow.enrolled);
  const parts = found.map((part) => ({ ...part, label: t(part.id) }));
  const total = parts.reduce((sum, { people }) => sum + people, 0);
  const title = t(ofEnrolled ? "chartEnrolled" : "chartPaired");
  return (
    <div className={styles.figure}>
      <ChartFrame
        finding={title}
        states={props.finding}
        chart={<PeopleBar parts={parts} figureOf={figures.people} />}
        summary={figures.summary(parts.map(({ label, people }) => ({ label, text: figures.people(people, total) })))}
      />
      <TableBeside label={table("show")}>
        <FigureTable
          caption={t("caption")}
          head={[title, table("people"), table("share")]}
          rows={parts.map(({ id, label, people }) => ({
            id,
            cells: [label, figures.count(people), figures.share(people / total)],
          }))}
        />
      </TableBeside>
      {deterioration.kind === "estimate" ? (
        <p data-fact="deterioration">
          {t("deterioration", {
            share: figures.share(deterioration.value),
            low: figures.share(deterioration.interval.low),
            high: figures.share(deterioration.interval.high),
            p: deterioration.test ? figures.p(deterioration.test.pValue) : "",
          })}
        </p>
      ) : null}
      <p className={styles.soft}>
        {t("rule", {
          threshold: figures.mean(scale.threshold),
          reliability: figures.effect(reliability.value),
          kind: t(`kind.${reliability.kind}`),
        })}{" "}
        {source === "" ? null : t("source", { source })}
      </p>
    </div>
  );
}

function Curve({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.who");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const axis = useAxis(view);
  const peopleBehind = usePeopleBehind();
  const { curve, share, worse } = view.analysis.responders;
  const points = view.analysis.change.importantDifference.value;
  const words =
    share?.kind === "estimate" && worse?.kind === "estimate" && points !== null
      ? t("responders", {
          better: figures.estimate(share, "proportion"),
          worse: figures.estimate(worse, "proportion"),
          points: figures.score(points),
        })
      : null;
  const [least, most] = [curve[0], curve.at(-1)];
  const middle = curve.find(({ share: at }) => at >= 0.5);
  const curveWords =
    least === undefined || most === undefined || middle === undefined
      ? t("curveNone")
      : t("curveSummary", {
          least: figures.score(least.change),
          most: figures.score(most.change),
          middle: figures.score(middle.change),
        });
  return (
    <div className={styles.figure}>
      <ChartFrame
        finding={t("curveFinding")}
        states={curveWords}
        basis={peopleBehind([{ estimate: view.analysis.change.change }])}
        chart={<CumulativeCurve {...axis} points={curve} />}
        summary={figures.paragraph([words, curveWords])}
      />
      {words === null ? null : <p data-fact="responders">{words}</p>}
      <TableBeside label={table("show")}>
        <FigureTable
          caption={t("curveCaption")}
          head={[t("change"), table("share")]}
          rows={curve.map(({ change, share: at }) => ({
            id: String(change),
            cells: [figures.score(change), figures.share(at)],
          }))}
        />
      </TableBeside>
    </div>
  );
}
