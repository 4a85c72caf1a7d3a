import { PairedHistogram } from "@alongside/ui/charts/paired-histogram/paired-histogram";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useFigures } from "./use-figures";

/** The scores of the same people before and after, and how many were at an end of the scale. */
export function DistributionSection({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.distribution");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const { distribution } = view.analysis;
  const { n, bins, step, before, after } = distribution;
  const finding = t("finding", {
    n: figures.count(n),
    before: figures.score(before[1]),
    after: figures.score(after[1]),
  });
  const [from, to] = [view.waves[0]?.label ?? "", view.waves[view.wave]?.label ?? ""];
  const median = (quartiles: readonly [number, number, number]) =>
    t("median", {
      median: figures.score(quartiles[1]),
      low: figures.score(quartiles[0]),
      high: figures.score(quartiles[2]),
    });
  const scores = (bin: (typeof bins)[number]) => {
    if (step === null) return t("range", { from: figures.score(bin.from), to: figures.score(bin.to) });
    return bin.to - bin.from < 1.5 * step
      ? figures.score(bin.from)
      : t("whole", { from: figures.score(bin.from), to: figures.score(bin.to - step) });
  };
  return (
    <Section id="distribution" title={t("title")} finding={finding}>
      <div className={styles.figure}>
        <ChartFrame
          states={finding}
          finding={t("chart", { n: figures.count(n) })}
          chart={
            <PairedHistogram
              distribution={distribution}
              locale={figures.locale}
              names={{ before: from, after: to }}
              medianLabel={{ before: median(before), after: median(after) }}
            />
          }
          summary={figures.sentences([
            { label: from, text: median(before) },
            { label: to, text: median(after) },
          ])}
        />
        <TableBeside label={table("show")}>
          <FigureTable
            caption={t("caption")}
            head={[table("score"), from, to]}
            rows={bins.map((bin) => ({
              id: String(bin.from),
              cells: [scores(bin), figures.count(bin.before), figures.count(bin.after)],
            }))}
          />
        </TableBeside>
        <p className={styles.soft}>
          <Ends view={view} />
        </p>
      </div>
    </Section>
  );
}

function Ends({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.distribution");
  const { share } = useFigures();
  const { floor, ceiling } = view.analysis.distribution;
  const { improvement } = view.description;
  if (floor === null || ceiling === null) return <>{t("noEnds")}</>;
  if (improvement === "none") {
    return (
      <>
        {t("endsNoDirection", {
          lowBefore: share(floor.before),
          lowAfter: share(floor.after),
          highBefore: share(ceiling.before),
          highAfter: share(ceiling.after),
        })}
      </>
    );
  }
  const [best, worst] = improvement === "increase" ? [ceiling, floor] : [floor, ceiling];
  return (
    <>
      {t("ends", {
        bestBefore: share(best.before),
        bestAfter: share(best.after),
        worstBefore: share(worst.before),
        worstAfter: share(worst.after),
      })}
    </>
  );
}
