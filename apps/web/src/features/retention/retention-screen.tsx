import type { AppRouter } from "@alongside/api/router";
import { EventCurve } from "@alongside/ui/charts/event-curve/event-curve";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { Notice } from "@alongside/ui/primitives/notice";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { inferRouterOutputs } from "@trpc/server";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { changeHref } from "@/features/change/change-query";
import { useCountText } from "@/features/change/shown-values";
import { PageChartFiles } from "@/features/chart-files/page-chart-files";
import { TablesInSight } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { useFigures } from "@/features/outcome/use-figures";
import { HeldNotice } from "@/features/released/held-notice";
import { SteppedBack } from "@/features/withdrawal/stepped-back";
import { CareSection } from "./care-section";
import { CohortTable } from "./cohort-table";

export type RetentionView = inferRouterOutputs<AppRouter>["retention"]["read"];
export type CohortRetention = RetentionView["retention"]["cohorts"][number];
type Drawn = CohortRetention & { readonly curve: { readonly kind: "curve" } };

/** Numbers below the chart stand at so many distances. */
const DISTANCES = 4;

/** Who stayed, cohort by cohort: a chart, a table a cohort, and how it was computed. Drawn on the server. */
export function RetentionScreen(props: {
  readonly view: RetentionView;
  readonly place: { readonly programmeId: string; readonly base: string; readonly verbs: readonly string[] };
}): React.JSX.Element {
  const t = useTranslations("retention");
  const locale = useLocale();
  const format = useFormatter();
  const figures = useFigures();
  const count = useCountText();
  const { view, place } = props;
  const { cohorts, leftAlike } = view.retention;
  const nameOf = (id: string) => view.cohorts.find((one) => one.id === id)?.name ?? "";
  const partOf = view.partOf ? t("partOf", { sites: format.list(view.partOf) }) : null;
  const sentences = cohorts.map(({ cohortId, curve }) => {
    const last = curve.kind === "curve" ? curve.points.at(-1) : undefined;
    if (curve.kind !== "curve") return t("none", { name: nameOf(cohortId), reason: figures.why(curve) });
    if (last === undefined || last.days === 0) return t("tooFewEnded", { name: nameOf(cohortId) });
    return t("finding", {
      ...{ name: nameOf(cohortId), days: figures.count(last.days), share: figures.share(last.stayed.share) },
      interval: last.stayed.interval ? "known" : "none",
      low: figures.share(last.stayed.interval?.low ?? 0),
      high: figures.share(last.stayed.interval?.high ?? 0),
    });
  });
  const drawn = cohorts.filter((one): one is Drawn => one.curve.kind === "curve");
  const series = drawn.flatMap(({ cohortId, curve, endsEarly }) => {
    const [, ...steps] = curve.points.map(({ days, atRisk, stayed }) => ({ days, atRisk, ...stayed }));
    const every = Math.max(1, Math.ceil(curve.points.length / DISTANCES));
    const risk = curve.points
      .filter((_, at) => at % every === 0 || at === curve.points.length - 1)
      .map(({ days, atRisk, stayed }) => ({ days, atRisk, share: stayed.share }));
    return steps.length === 0 ? [] : [{ id: cohortId, label: nameOf(cohortId), curve: { steps, risk, endsEarly } }];
  });
  return (
    <PageChartFiles
      place={place}
      page="retention"
      figures={view}
      dataLabel={view.dataLabel}
      about={[t("title")]}
      cautions={partOf === null ? [] : [partOf]}
    >
      <PageHeader
        title={t("title")}
        eyebrow={<a href={changeHref(`${place.base}/change`, { at: null, site: null })}>{t("back")}</a>}
        lead={t("lead", { measure: view.measure[locale] })}
      />
      <HeldNotice heldSince={view.heldSince} />
      {partOf === null ? null : <p>{partOf}</p>}
      <Notice tone="information" title={t("claim.title")}>
        <p>{t("claim.text")}</p>
      </Notice>
      <div className={styles.section}>
        <div className={styles.figure}>
          <ChartFrame
            headingLevel={2}
            finding={t("chart")}
            subtitle={sentences.join(" ")}
            states={sentences.join(" ")}
            basis={cohorts.map(({ cohortId, n }) => t("people", { name: nameOf(cohortId), n: count(n) })).join("; ")}
            isDrawn={series.length > 0}
            chart={<EventCurve falls series={series} locale={locale} days={t("days")} atRisk={t("atRisk")} />}
            summary={sentences.join(" ")}
            explanation={{ label: t("how.label"), content: <How view={view} /> }}
          />
          <TablesInSight>
            {drawn.map((cohort) => (
              <CohortTable
                key={cohort.cohortId}
                cohort={cohort}
                points={cohort.curve.points}
                name={nameOf(cohort.cohortId)}
              />
            ))}
          </TablesInSight>
          {leftAlike === null ? null : (
            <p data-test="left-alike">
              {leftAlike.kind === "test"
                ? t("leftAlike", { p: figures.p(leftAlike.pValue) })
                : t("noTest", { reason: figures.why(leftAlike) })}
            </p>
          )}
        </div>
      </div>
      {drawn.length === 0 ? null : (
        <section className={styles.section} aria-labelledby="in-and-out">
          <h2 id="in-and-out">{t("care.title")}</h2>
          <p>{t("care.lead")}</p>
          {drawn.map((cohort) => (
            <CareSection
              key={cohort.cohortId}
              cohort={cohort}
              points={cohort.curve.points}
              name={nameOf(cohort.cohortId)}
            />
          ))}
          <p>{t("care.caution")}</p>
        </section>
      )}
      <SteppedBack programmeId={place.programmeId} />
    </PageChartFiles>
  );
}

const HOW = ["who", "stayed", "competing", "shown", "not"] as const;

function How({ view }: { readonly view: RetentionView }): React.JSX.Element {
  const t = useTranslations("retention.how");
  return (
    <>
      {HOW.map((part) => (
        <p key={part}>{t(part, { threshold: view.threshold })}</p>
      ))}
      <p>
        {t("program", { program: view.retention.provenance.statistic, version: view.retention.provenance.version })}
      </p>
    </>
  );
}
