import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TablesInSight } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { PeopleBar } from "@/features/outcome/people-bar";
import type { CohortSuppression, ResultsView } from "./results-view";
import { useShown } from "./use-shown";

const TONES = { gained: "better", kept: "unchanged", lost: "worse", never: "missing" } as const;
const WAYS = ["gained", "kept", "lost", "never"] as const;

/** One cohort under one rule: who gained, kept, lost and never had it, and the change over every denominator. */
export function ShiftPart(props: {
  readonly view: ResultsView;
  readonly cohort: CohortSuppression;
  readonly name: string;
  readonly rule: string;
  readonly finding: string;
}): React.JSX.Element {
  const t = useTranslations("results.shift");
  const page = useTranslations("results");
  const shown = useShown();
  const awaiting = useTranslations("resultsAwaiting");
  const { view, cohort, name, rule } = props;
  const { people, figures } = cohort;
  const [tested] = figures;
  const shift = tested?.shift.kind === "shift" ? tested.shift : null;
  const n = tested?.n ?? 0;
  const checked = cohort.awaiting?.without ?? null;
  const lines = [
    ...figures.map((figure) => ({ id: figure.denominator as string, figure })),
    ...(checked === null ? [] : [{ id: "checked", figure: checked }]),
  ];
  const names = { from: view.waves[0]?.label ?? "", to: view.waves[view.wave]?.label ?? "" };
  const part = (people: number, total: number) =>
    t("part", { people: shown.count(people), share: shown.share(total === 0 ? 0 : people / total) });
  return (
    <div className={styles.figure} data-cohort={cohort.cohortId}>
      <ChartFrame
        headingLevel={4}
        finding={name}
        states={props.finding}
        basis={page("lead", { cohort: name, ...names })}
        isDrawn={shift !== null}
        subtitle={t("people", {
          tested: shown.people(people.tested),
          expected: shown.people(people.expected),
          missing: shown.people(people.missing),
          undetermined: shown.people(people.undetermined),
          died: shown.people(people.died),
        })}
        chart={
          shift === null ? (
            <p className={styles.soft}>{t("hidden")}</p>
          ) : (
            <PeopleBar
              parts={WAYS.map((id) => ({ id, label: t(`way.${id}`), people: shift[id], tone: TONES[id] }))}
              figureOf={part}
            />
          )
        }
        summary={
          shift === null
            ? t("hidden")
            : shown.summary(WAYS.map((id) => ({ label: t(`way.${id}`), text: part(shift[id], n) })))
        }
      />
      <TablesInSight>
        {shift === null ? null : (
          <FigureTable
            caption={t("square", { name, rule, ...names })}
            head={[t("beforeAfter", names), t("suppressedAfter"), t("notAfter")]}
            rows={[
              {
                id: "suppressed",
                cells: [t("suppressedBefore"), cell(t("way.kept"), shift.kept), cell(t("way.lost"), shift.lost)],
              },
              {
                id: "unsuppressed",
                cells: [t("notBefore"), cell(t("way.gained"), shift.gained), cell(t("way.never"), shift.never)],
              },
            ]}
          />
        )}
        <FigureTable
          caption={t("denominators", { name, rule })}
          head={[t("denominator"), t("n"), t("before"), t("after"), t("difference"), t("midP"), t("odds")]}
          rows={lines.map(({ id, figure }) => ({
            id,
            cells: [
              id === "checked" ? awaiting("without") : t(`of.${figure.denominator}`),
              figure.n === null ? t("hiddenShort") : shown.count(figure.n),
              shown.estimate(figure.before, "proportion"),
              shown.estimate(figure.after, "proportion"),
              shown.difference(figure.difference),
              figure.mcnemar.kind === "mcnemar-tests" ? shown.p(figure.mcnemar.midPValue) : shown.none,
              figure.oddsRatio.kind === "estimate" ? shown.estimate(figure.oddsRatio) : shown.none,
            ],
          }))}
        />
      </TablesInSight>
      {cohort.awaiting === null ? null : (
        <p className={styles.soft} data-part="awaiting">
          {awaiting("people", { name, people: shown.people(cohort.awaiting.people) })}
        </p>
      )}
      {checked === null ? null : <p className={styles.soft}>{awaiting("why")}</p>}
      {cohort.sharpBounds ? null : <p className={styles.soft}>{t("wideBounds")}</p>}
      {cohort.cautions.length === 0 ? null : (
        <ul>
          {cohort.cautions.map((caution) => (
            <li key={caution} data-caution={caution}>
              {t(`caution.${caution}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function cell(label: string, people: number): React.JSX.Element {
    return <>{t("cell", { people: shown.count(people), way: label })}</>;
  }
}
