import { EventCurve } from "@alongside/ui/charts/event-curve/event-curve";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { Section } from "@/features/outcome/section";
import { AssumptionPart } from "./assumption-part";
import type { ResultsView, Times } from "./results-view";
import { useRuleTitle } from "./use-rule-title";
import { useShown } from "./use-shown";

/** How long until suppression, and until it was lost again. */
export function TimesSection({ view }: { readonly view: ResultsView }): React.JSX.Element {
  const t = useTranslations("results.times");
  const title = useRuleTitle(view);
  const { suppression, rebound } = view.times;
  const finding = t("finding", { rule: title(suppression.rule.id) });
  return (
    <Section id="times" title={t("title")} finding={finding}>
      <div className={styles.pair}>
        <EventPart view={view} times={suppression} finding={finding} />
        <EventPart view={view} times={rebound} finding={finding} />
      </div>
    </Section>
  );
}

function EventPart(props: {
  readonly view: ResultsView;
  readonly times: Times;
  readonly finding: string;
}): React.JSX.Element {
  const { view, times, finding } = props;
  const t = useTranslations("results.times");
  const shown = useShown();
  const awaiting = useTranslations("resultsAwaiting");
  const nameOf = (id: string) => view.cohorts.find((cohort) => cohort.id === id)?.name ?? "";
  const cohorts = [times.own, ...(times.other === null ? [] : [times.other])];
  const series = cohorts.flatMap(({ cohortId, curve }) =>
    curve.kind === "curve" ? [{ id: cohortId, label: nameOf(cohortId), curve }] : [],
  );
  const sentences = cohorts.map(({ cohortId, curve, people }) => {
    const name = nameOf(cohortId);
    if (curve.kind !== "curve") return t("none", { name, reason: shown.why(curve) });
    const median = curve.median?.time.kind === "time" ? curve.median : null;
    if (median === null) return t("notReached", { name, n: shown.people(people?.atRisk ?? null) });
    const end = (time: typeof median.low, otherwise: string) =>
      time.kind === "time" ? shown.count(time.time) : otherwise;
    return t("median", {
      name,
      n: shown.people(people?.atRisk ?? null),
      days: end(median.time, shown.none),
      low: end(median.low, shown.none),
      high: end(median.high, t("later")),
    });
  });
  return (
    <div className={styles.figure} data-event={times.event}>
      <ChartFrame
        finding={t(times.confirmed ? "event.confirmed" : `event.${times.event}`)}
        subtitle={sentences.join(" ")}
        states={sentences.join(" ")}
        basis={finding}
        chart={<EventCurve series={series} locale={shown.locale} days={t("days")} atRisk={t("atRisk")} />}
        summary={sentences.join(" ")}
      />
      {cohorts.map(({ cohortId, people, curve, medianGap, until }) => (
        <p key={cohortId} className={styles.soft}>
          {people?.others
            ? t("people", {
                name: nameOf(cohortId),
                once: shown.people(people.others.onceOnly),
                not: shown.people(people.others.notAtRisk),
                untested: shown.people(people.others.untested),
              })
            : null}{" "}
          {people ? awaiting("ofCurve", { name: nameOf(cohortId), people: shown.people(people.awaiting) }) : null}{" "}
          {until === null
            ? null
            : until === 0
              ? awaiting("noCurve", { name: nameOf(cohortId) })
              : awaiting("until", { name: nameOf(cohortId), time: view.waves[until]?.label ?? "" })}{" "}
          {medianGap === null ? null : t("gap", { days: shown.count(medianGap) })}{" "}
          {curve.kind === "curve" && curve.endsEarly ? t("endsEarly") : null}
        </p>
      ))}
      {times.logRank === null ? null : (
        <p data-test="log-rank">
          {times.logRank.kind === "test"
            ? t("logRank", { p: shown.p(times.logRank.pValue) })
            : t("noLogRank", { reason: shown.why(times.logRank) })}
        </p>
      )}
      {series.length === 0 ? null : (
        <TableBeside label={t("table")}>
          {series.map(({ id, label, curve }) => (
            <FigureTable
              key={id}
              caption={t("caption", { name: label })}
              head={[t("daysHead"), t("riskHead"), t("share")]}
              rows={curve.steps.map(({ days, atRisk, share, interval }) => ({
                id: String(days),
                cells: [
                  shown.count(days),
                  shown.count(atRisk),
                  interval === null
                    ? shown.share(share)
                    : t("shareInterval", {
                        share: shown.share(share),
                        low: shown.share(interval.low),
                        high: shown.share(interval.high),
                      }),
                ],
              }))}
            />
          ))}
        </TableBeside>
      )}
      <AssumptionPart assumptions={times.frame.assumptions} />
    </div>
  );
}
