"use client";

import { formatRounded } from "@alongside/domain/display/rounding";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { standingKey } from "@/features/analysis-plan/standing-key";
import { ChangeTable } from "./change-table";
import { type ChangePlace, type ChangeView, type MeasureChange, shownCohorts, type Timepoint } from "./change-view";
import { DetailLinks } from "./detail-links";
import { HowComputed } from "./how-computed";
import { MissingPeople } from "./missing-people";
import styles from "./outcome-card.module.css";
import { OutcomeChart, useChartSummary } from "./outcome-chart";
import { plannedComparison } from "./planned-comparison";
import { PlannedLinks } from "./planned-links";
import { useCountText } from "./shown-values";
import { shownState, useFinding } from "./use-finding";
import { WaveTable } from "./wave-table";

export interface ShownChange {
  readonly place: ChangePlace;
  readonly view: ChangeView;
  /** The follow-up that is compared with the baseline. */
  readonly at: Timepoint;
  readonly baseline: Timepoint;
}

/** Id of a card, for links from the overview. */
export function cardId(measure: MeasureChange): string {
  return `m-${measure.description.measure.replaceAll(/[^a-z0-9]+/gi, "-")}`;
}

/** One outcome: the finding in words, the chart, the table beside it, how it came about and who is missing. */
export function OutcomeCard(props: ShownChange & { readonly measure: MeasureChange }): React.JSX.Element {
  const { place, view, measure, at, baseline } = props;
  const t = useTranslations("change");
  const parts = useTranslations("parts");
  const files = useTranslations("chartFiles");
  const countText = useCountText();
  const locale = useLocale();
  const lists = useFormatter();
  const finding = useFinding();
  const summary = useChartSummary();
  const cohorts = shownCohorts(view.table, measure, at.id);
  const others = view.table.cohorts.flatMap(({ id, name }) =>
    measure.cohorts.some(({ cohortId }) => cohortId === id) ? [] : [name],
  );
  const state = shownState(measure, cohorts);
  const drawn = cohorts.some(({ cohort }) => cohort.waves.some(({ mean }) => mean.kind === "estimate"));
  const { threshold, meansFrom: means } = view.table;
  const values = { timepoint: at.label, threshold, means };
  const gap = state === "ready" ? null : <p className={styles.gap}>{t(`state.${state}.text`, values)}</p>;
  const caption = t("table.caption", {
    measure: measure.description.label[locale],
    from: baseline.label,
    to: at.label,
  });
  const planned = plannedComparison(place, view.table, measure.description.measure, at, cohorts);
  const compared = planned !== null && state === "ready" ? planned : null;
  const title =
    compared === null
      ? finding(view.table, measure, cohorts, at)
      : t("planned.finding", {
          measure: measure.description.label[locale],
          cohorts: lists.list(
            compared.supported.map(({ name }) => name),
            { type: "conjunction" },
          ),
          other: compared.other.name,
        });
  return (
    <article id={cardId(measure)} className={styles.card} data-measure={measure.description.measure}>
      {drawn ? (
        <ChartFrame
          finding={title}
          subtitle={<Source view={view} measure={measure} place={place} at={at} />}
          basis={files("paired", {
            list: lists.list(
              cohorts.map(({ name, followUp }) => files("cohort", { name, people: countText(followUp.paired) })),
            ),
          })}
          chart={<OutcomeChart table={view.table} measure={measure} cohorts={cohorts} />}
          summary={summary(view.table, cohorts)}
          explanation={{
            label: parts("howComputed"),
            content: (
              <HowComputed
                yesOrNo={measure.description.yesOrNo === true}
                cohorts={cohorts}
                methodHref={`${place.base}/change/method`}
              />
            ),
          }}
        />
      ) : (
        <EmptyState level={3} title={title}>
          <Source view={view} measure={measure} place={place} at={at} />
          {gap}
        </EmptyState>
      )}
      <div className={styles.numbers}>
        {drawn ? gap : null}
        {compared === null ? null : (
          <>
            <p data-planned="note">{t("planned.note")}</p>
            <PlannedLinks place={place} view={view} measure={measure.description.measure} at={at} planned={compared} />
          </>
        )}
        <ChangeTable caption={caption} cohorts={cohorts} yesOrNo={measure.description.yesOrNo === true} />
        <p className={styles.note}>{t(measure.description.yesOrNo ? "shares.note" : "table.note")}</p>
        <DetailLinks
          place={place}
          measure={measure.description.measure}
          label={measure.description.label[locale]}
          cohorts={cohorts}
          at={at}
          siteId={view.siteId}
          snapshotId={view.snapshot?.id ?? null}
          definitionIds={view.definitions?.map(({ id }) => id) ?? []}
        />
        {others.length > 0 ? (
          <p className={styles.note}>{t("table.notAsked", { cohorts: lists.list(others, { type: "conjunction" }) })}</p>
        ) : null}
        {drawn ? (
          <details className={styles.waves} data-beside="">
            <summary>{t("waves.label")}</summary>
            <WaveTable table={view.table} measure={measure} cohorts={cohorts} />
          </details>
        ) : null}
        {measure.state === "not-measured" || view.definitions !== null || view.snapshot !== null ? null : (
          <MissingPeople place={place} measure={measure} cohorts={cohorts} at={at} siteId={view.siteId} />
        )}
      </div>
    </article>
  );
}

/** Where the measure comes from, how it runs, and what has to be known before it is believed. */
function Source(props: {
  readonly view: ChangeView;
  readonly measure: MeasureChange;
  readonly place: ChangePlace;
  readonly at: Timepoint;
}): React.JSX.Element {
  const t = useTranslations("change");
  const locale = useLocale();
  const { range, improvement, measure, outcomes } = props.measure.description;
  const source = props.view.sources[measure];
  const round = (value: number) => formatRounded(value, "score", locale);
  const facts = [
    source?.instrument
      ? t("source.instrument", { name: source.instrument[locale], edition: source.edition })
      : t("source.imported"),
    range ? t("source.range", { minimum: round(range.minimum), maximum: round(range.maximum) }) : null,
    source?.unit ? t("source.unit", { unit: source.unit }) : null,
    t(`direction.${improvement}`),
  ].filter((fact) => fact !== null);
  const { standings } = props.place;
  const standing = standings?.[standingKey({ measure, timepointCode: props.at.code })] ?? "exploratory";
  return (
    <span className={styles.source}>
      {standings === null ? null : <span data-standing={standing}>{t(`standing.${standing}`)}</span>}
      <span>{facts.join(" · ")}</span>
      {outcomes.map((code) => {
        const element = props.place.elements[code];
        return element ? (
          <a key={code} href={element.href}>
            {element.label[locale]}
          </a>
        ) : null;
      })}
      {source?.validation === "new" ? <StatusBadge tone="caution">{t("badge.new")}</StatusBadge> : null}
      {source?.inUse === false ? <StatusBadge>{t("badge.former")}</StatusBadge> : null}
    </span>
  );
}
