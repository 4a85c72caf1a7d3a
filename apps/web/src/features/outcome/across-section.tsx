import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useAxis } from "./use-axis";
import { useFigures } from "./use-figures";

type Across = NonNullable<OutcomeView["acrossSites"]>;
type Pooling = Extract<Across["pooling"], { kind: "site-pooling" }>;

/** The change site by site and pooled over them; nothing for whoever may not look at single sites. */
export function AcrossSection({ view }: { readonly view: OutcomeView }): React.JSX.Element | null {
  const t = useTranslations("outcome.across");
  const figures = useFigures();
  const across = view.acrossSites;
  if (across === null) return null;
  if (across.pooling.kind !== "site-pooling") {
    return (
      <Section id="across" title={t("title")} finding={t("none", { reason: figures.why(across.pooling) })}>
        <p className={styles.soft}>{t("noneText")}</p>
      </Section>
    );
  }
  return <Pooled view={view} names={across.names} pooling={across.pooling} />;
}

function Pooled(props: {
  readonly view: OutcomeView;
  readonly names: Across["names"];
  readonly pooling: Pooling;
}): React.JSX.Element {
  const t = useTranslations("outcome.across");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const axis = useAxis(props.view);
  const peopleBehind = usePeopleBehind();
  const { pooling, names } = props;
  const finding = useFinding(pooling);
  const nameOf = ({ siteId, sites }: Pooling["sites"][number]) =>
    siteId === null ? t("others", { count: sites }) : (names[siteId] ?? "");
  const rows = [
    ...pooling.sites.map((site) => ({
      ...{ id: site.siteId ?? "others", label: nameOf(site), note: t("people", { n: site.n }) },
      ...{ estimate: site.change, text: figures.estimate(site.change) },
    })),
    {
      ...{ id: "pooled", label: t("pooled"), note: t("pooledNote") },
      ...{ estimate: pooling.pooled, text: figures.estimate(pooling.pooled) },
    },
  ];
  return (
    <Section id="across" title={t("title")} finding={finding}>
      <p className={styles.soft}>{t("claim")}</p>
      <div className={styles.figure}>
        <ChartFrame
          finding={t("chart", { cohort: props.view.cohort.name })}
          subtitle={t("subtitle")}
          states={finding}
          basis={peopleBehind(rows.slice(0, -1))}
          chart={<Forest {...axis} rows={rows} />}
          summary={figures.summary(rows)}
        />
        <TableBeside label={table("show")}>
          <FigureTable
            caption={t("chart", { cohort: props.view.cohort.name })}
            head={[t("site"), t("n"), t("change"), t("weight"), t("without")]}
            rows={pooling.sites.map((site) => ({
              id: site.siteId ?? "others",
              cells: [
                nameOf(site),
                figures.count(site.n),
                figures.estimate(site.change),
                site.weight === null ? t("notIn") : figures.share(site.weight),
                site.without === null ? t("notIn") : figures.estimate(site.without),
              ],
            }))}
          />
        </TableBeside>
      </div>
      <Alike pooling={pooling} />
    </Section>
  );
}

/** How alike the sites are, and what to make of it. */
function Alike({ pooling }: { readonly pooling: Pooling }): React.JSX.Element {
  const t = useTranslations("outcome.across");
  const figures = useFigures();
  const { q, tau, iSquared, prediction, leftOut, isNarrow } = pooling;
  return (
    <ul>
      <li>
        {t("alike", {
          tau: figures.mean(tau),
          share: figures.share(iSquared / 100),
          q: figures.mean(q.statistic),
          degrees: q.degreesOfFreedom,
          p: figures.p(q.pValue),
        })}
      </li>
      <li>{prediction === null ? t("noPrediction") : t("prediction", { interval: figures.interval(prediction) })}</li>
      {isNarrow ? <li>{t("narrow")}</li> : null}
      {leftOut.sites === 0 ? null : <li>{t("leftOut", { sites: leftOut.sites })}</li>}
      <li>{t("how")}</li>
    </ul>
  );
}

function useFinding({ pooled, sites }: Pooling): string {
  const t = useTranslations("outcome.across");
  const figures = useFigures();
  const count = sites.filter(({ weight }) => weight !== null).length;
  if (pooled.kind !== "estimate") return t("none", { reason: figures.why(pooled) });
  const { low, high } = pooled.interval;
  const way = high < 0 ? "lower" : low > 0 ? "higher" : "unclear";
  return t(`finding.${way}`, {
    ...{ count, amount: figures.mean(Math.abs(pooled.value)), value: figures.mean(pooled.value) },
    ...{ low: figures.mean(low), high: figures.mean(high) },
  });
}
