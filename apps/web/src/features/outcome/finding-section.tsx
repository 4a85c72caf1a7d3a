import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { useCountText } from "@/features/change/shown-values";
import { excludesZero } from "./agreement";
import { FigureTable, TableBeside } from "./figure-table";
import { FindingFacts } from "./finding-facts";
import { FindingStanding } from "./finding-standing";
import styles from "./outcome.module.css";
import type { OutcomePlace, OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useAxis } from "./use-axis";
import { useFigures } from "./use-figures";

/** What changed, by how much, how sure, and what may be said about it. */
export function FindingSection(props: { readonly view: OutcomeView; readonly place: OutcomePlace }): React.JSX.Element {
  const t = useTranslations("outcome.finding");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const countText = useCountText();
  const finding = useFindingWords();
  const { view } = props;
  const axis = useAxis(view);
  const { change, claim, attrition } = view.analysis;
  const { verdict, value: points } = change.importantDifference;
  const important = t(`important.${verdict}`, { points: points === null ? "" : figures.score(points) });
  const paired = attrition.flow.waves[view.wave]?.paired;
  const row = {
    id: "change",
    label: t("row"),
    note: t("peopleValue", {
      paired: paired ? countText(paired) : figures.count(change.n),
      enrolled: countText(attrition.flow.enrolled),
    }),
    estimate: change.change,
    text: figures.estimate(change.change),
  };
  return (
    <Section id="finding" title={t("title")} finding={finding(view)}>
      <FindingStanding {...props} />
      <div className={styles.pair}>
        <div className={styles.figure}>
          <ChartFrame
            finding={t("chart")}
            chart={<Forest {...axis} rows={[row]} />}
            summary={`${row.label}: ${row.text}. ${important}`}
          />
          <p>{important}</p>
          {inPoints(view.source.unit) ? null : <p data-fact="unit">{t("unit", { unit: view.source.unit })}</p>}
          <TableBeside label={table("show")}>
            <FigureTable
              caption={t("chart")}
              head={[table("figure"), table("mean"), table("interval")]}
              rows={[
                {
                  id: "change",
                  cells:
                    change.change.kind === "estimate"
                      ? [t("row"), figures.mean(change.change.value), figures.interval(change.change.interval)]
                      : [t("row"), figures.why(change.change), ""],
                },
              ]}
            />
          </TableBeside>
        </div>
        <div className={styles.figure}>
          <FindingFacts view={view} people={row.note} />
        </div>
      </div>
      <p className={styles.soft} data-claim={claim.level}>
        {t(`${excludesZero(change.change) ? "claim" : "unsettled"}.${claim.wording}`)}
      </p>
    </Section>
  );
}

/** Whether a measure counts in points, as questionnaires do; others say in what. */
function inPoints(unit: string): boolean {
  return unit === "" || unit === "points";
}

/** The finding in a sentence, by the interval and not by the mean alone. */
function useFindingWords(): (view: OutcomeView) => string {
  const t = useTranslations("outcome.finding");
  const figures = useFigures();
  return ({ description, analysis }) => {
    const measure = description.label[figures.locale];
    const { change } = analysis.change;
    if (change.kind !== "estimate") return t("none", { measure, reason: figures.why(change) });
    const { low, high } = change.interval;
    const way = high < 0 ? "fell" : low > 0 ? "rose" : "unclear";
    return t(way, {
      measure,
      amount: figures.mean(Math.abs(change.value)),
      value: figures.mean(change.value),
      low: figures.mean(low),
      high: figures.mean(high),
    });
  };
}
