import { useTranslations } from "next-intl";
import { useCountText } from "@/features/change/shown-values";
import { FigureTable } from "./figure-table";
import styles from "./outcome.module.css";
import type { Finding, OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

type Estimand = Finding["estimand"];

/** What each finding is an answer to, in the five parts of ICH E9 (R1), and the sets of people. One press away. */
export function EstimandPart({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.estimand");
  const row = useTranslations("outcome.finding.row");
  const words = useEstimandWords(view);
  const { findings } = view.analysis;
  const { standing } = view;
  const plan = "plan" in standing ? standing.plan : null;
  const parts = ["population", "outcome", "comparison", "events", "summary"] as const;
  return (
    <details className={styles.beside} data-part="estimand">
      <summary>{t("title")}</summary>
      <FigureTable
        caption={t("caption")}
        head={[t("part.part"), ...findings.map(({ id }) => row(id))]}
        rows={parts.map((part) => ({
          id: part,
          cells: [t(`part.${part}`), ...findings.map(({ estimand }) => words[part](estimand))],
        }))}
        wordy
      />
      {plan === null ? null : (
        <p data-fact="plan-events">
          {plan.plan.intercurrentEvents === ""
            ? t("plan.none", { version: plan.version })
            : t("plan.own", { version: plan.version, words: plan.plan.intercurrentEvents })}
        </p>
      )}
      <Sets view={view} />
    </details>
  );
}

/** The four sets, each inside the one before, as far as their numbers may be shown. */
function Sets({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.estimand");
  const figures = useFigures();
  const countText = useCountText();
  const { sets } = view.analysis;
  const rows = [
    { id: "enrolled", people: countText(sets.enrolled) },
    { id: "baseline-measured", people: countText(sets.baselineMeasured) },
    { id: "analysed", people: sets.analysed === null ? t("noModel") : figures.count(sets.analysed) },
    { id: "complete-cases", people: figures.count(sets.completeCases) },
  ] as const;
  return (
    <FigureTable
      caption={t("sets", { cohort: view.cohort.name })}
      head={[t("set"), t("people")]}
      rows={rows.map(({ id, people }) => ({ id, cells: [t(`population.${id}`), people] }))}
      wordy
    />
  );
}

/** Each part of an estimand in words. */
function useEstimandWords(view: OutcomeView) {
  const t = useTranslations("outcome.estimand");
  const figures = useFigures();
  const measure = view.description.label[figures.locale];
  const time = view.waves[view.wave]?.label ?? "";
  const { targetDay, daysBefore, daysAfter } = view.window;
  return {
    population: ({ population }: Estimand) => t(`population.${population}`),
    outcome: () =>
      t("outcome", {
        ...{ measure, time },
        day: figures.count(targetDay),
        before: figures.count(daysBefore),
        after: figures.count(daysAfter),
      }),
    comparison: ({ comparison }: Estimand) =>
      comparison.kind === "baseline"
        ? t("comparison.baseline")
        : t("comparison.cohorts", { cohort: view.cohort.name, other: view.comparedWith?.name ?? "" }),
    events: ({ events }: Estimand) =>
      events
        .map(({ event, strategy }) =>
          t("event.line", { event: t(`event.${event}`), strategy: t(`strategy.${strategy}`) }),
        )
        .join(t("event.separator")),
    summary: ({ summary }: Estimand) => t(`summary.${summary}`),
  };
}
