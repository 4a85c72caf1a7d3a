import type { Estimand } from "@alongside/analysis/estimand/estimand";
import { useTranslations } from "next-intl";
import { useCountText } from "@/features/change/shown-values";
import { FigureTable } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeFrame, ShownCount } from "./outcome-view";
import { useFigures } from "./use-figures";

/** The sets of people a page names; `analysed` only where there can be a model of all waves, null where there is none. */
interface Sets {
  readonly enrolled: ShownCount;
  readonly baselineMeasured: ShownCount;
  readonly analysed?: number | null;
  readonly completeCases: number;
}

interface Props {
  readonly view: OutcomeFrame;
  /** In the words of scores, or of answers that are yes or no. */
  readonly of: "scores" | "answers";
  readonly findings: readonly { readonly name: string; readonly estimand: Estimand }[];
  readonly sets: Sets;
}

/** What each finding is an answer to, in the five parts of ICH E9 (R1), and the sets of people. One press away. */
export function EstimandPart(props: Props): React.JSX.Element {
  const t = useTranslations("outcome.estimand");
  const words = useEstimandWords(props);
  const { findings, view } = props;
  const { standing } = view;
  const plan = "plan" in standing ? standing.plan : null;
  const parts = ["population", "outcome", "comparison", "events", "summary"] as const;
  return (
    <details className={styles.beside} data-part="estimand">
      <summary>{t("title")}</summary>
      <FigureTable
        caption={t("caption")}
        head={[t("part.part"), ...findings.map(({ name }) => name)]}
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
      <PeopleSets {...props} />
    </details>
  );
}

/** The sets, each inside the one before, as far as their numbers may be shown. */
function PeopleSets(props: Props): React.JSX.Element {
  const t = useTranslations("outcome.estimand");
  const figures = useFigures();
  const countText = useCountText();
  const words = useSetWords(props.of);
  const { sets, view } = props;
  const { analysed } = sets;
  const rows = [
    { id: "enrolled" as const, people: countText(sets.enrolled) },
    { id: "baseline-measured" as const, people: countText(sets.baselineMeasured) },
    ...(analysed === undefined
      ? []
      : [{ id: "analysed" as const, people: analysed === null ? t("noModel") : figures.count(analysed) }]),
    { id: "complete-cases" as const, people: figures.count(sets.completeCases) },
  ];
  return (
    <FigureTable
      caption={t("sets", { cohort: view.cohort.name })}
      head={[t("set"), t("people")]}
      rows={rows.map(({ id, people }) => ({ id, cells: [words.population(id), people] }))}
      wordy
    />
  );
}

/** What is said of people by whether they have scores, or answers. */
function useSetWords(of: Props["of"]) {
  const scores = useTranslations("outcome.estimand");
  const answers = useTranslations("outcomeYesNo.estimand");
  return {
    population: (id: Estimand["population"]) =>
      of === "answers" && id !== "analysed" && id !== "enrolled"
        ? answers(`population.${id}`)
        : scores(`population.${id}`),
    strategy: (id: Estimand["events"][number]["strategy"]) =>
      of === "answers" && id === "treatment-policy" ? answers(`strategy.${id}`) : scores(`strategy.${id}`),
  };
}

/** Each part of an estimand in words. */
function useEstimandWords({ view, of }: Props) {
  const t = useTranslations("outcome.estimand");
  const figures = useFigures();
  const words = useSetWords(of);
  const measure = view.description.label[figures.locale];
  const time = view.waves[view.wave]?.label ?? "";
  const { targetDay, daysBefore, daysAfter } = view.window;
  return {
    population: ({ population }: Estimand) => words.population(population),
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
          t("event.line", { event: t(`event.${event}`), strategy: words.strategy(strategy) }),
        )
        .join(t("event.separator")),
    summary: ({ summary }: Estimand) => t(`summary.${summary}`),
  };
}
