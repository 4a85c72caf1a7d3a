import { useTranslations } from "next-intl";
import { sideOf } from "@/features/outcome/agreement";
import styles from "@/features/outcome/outcome.module.css";
import { Section } from "@/features/outcome/section";
import { AssumptionPart } from "./assumption-part";
import type { CohortSuppression, ResultsView, RuledSuppression } from "./results-view";
import { ShiftPart } from "./shift-part";
import { useRuleTitle } from "./use-rule-title";
import { useShown } from "./use-shown";
import { VersusPart } from "./versus-part";

/** Suppressed before and after, under the programme's rule and, beside it, under another. */
export function ShiftSection({ view }: { readonly view: ResultsView }): React.JSX.Element {
  const t = useTranslations("results.shift");
  const finding = useShiftFinding(view);
  const title = useRuleTitle(view);
  const { rules } = view.suppression;
  return (
    <Section
      id="shift"
      title={t("title")}
      finding={rules.map((rule) => finding(rule, rule.own, view.cohort.name)).join(" ")}
    >
      <p className={styles.soft}>{t("what")}</p>
      <div className={rules.length > 1 ? styles.pair : styles.part}>
        {rules.map((ruled, at) => (
          <RulePart key={ruled.rule.id} view={view} ruled={ruled} own={at === 0} title={title(ruled.rule.id)} />
        ))}
      </div>
    </Section>
  );
}

function RulePart(props: {
  readonly view: ResultsView;
  readonly ruled: RuledSuppression;
  readonly own: boolean;
  readonly title: string;
}): React.JSX.Element {
  const t = useTranslations("results.shift");
  const { view, ruled, title } = props;
  const finding = useShiftFinding(view);
  const source = view.rules.find(({ id }) => id === ruled.rule.id)?.source ?? "";
  return (
    <div className={styles.part} data-rule={ruled.rule.id}>
      <h3>{title}</h3>
      <p className={styles.soft}>{t(props.own ? "ownRule" : "besideRule", { day: ruled.rule.validFrom, source })}</p>
      <ShiftPart
        view={view}
        cohort={ruled.own}
        name={view.cohort.name}
        rule={title}
        finding={finding(ruled, ruled.own, view.cohort.name)}
      />
      {ruled.other === null || view.comparedWith === null ? null : (
        <ShiftPart
          view={view}
          cohort={ruled.other}
          name={view.comparedWith.name}
          rule={title}
          finding={finding(ruled, ruled.other, view.comparedWith.name)}
        />
      )}
      {ruled.compared === null || view.comparedWith === null ? null : (
        <VersusPart compared={ruled.compared} own={view.cohort.name} other={view.comparedWith.name} />
      )}
      <AssumptionPart assumptions={(ruled.compared ?? ruled).frame.assumptions} />
    </div>
  );
}

const WAYS = { [-1]: "fewer", 0: "unclear", 1: "more" } as const;

/** What became of the people tested both times, in a sentence that names the rule. */
function useShiftFinding(
  view: ResultsView,
): (ruled: RuledSuppression, cohort: CohortSuppression, name: string) => string {
  const t = useTranslations("results.shift.finding");
  const title = useRuleTitle(view);
  const shown = useShown();
  return ({ rule }, { figures }, name) => {
    const tested = figures.find(({ denominator }) => denominator === "tested-only");
    const named = { rule: title(rule.id), cohort: name };
    if (
      tested?.difference.kind !== "estimate" ||
      tested.before.kind !== "estimate" ||
      tested.after.kind !== "estimate"
    ) {
      return t("none", { ...named, reason: tested ? shown.why(asReason(tested.difference)) : shown.none });
    }
    const { low, high } = tested.difference.interval;
    return t(WAYS[sideOf(tested.difference)], {
      ...named,
      n: shown.count(tested.difference.n),
      before: shown.share(tested.before.value),
      after: shown.share(tested.after.value),
      points: shown.points(Math.abs(tested.difference.value)),
      value: shown.points(tested.difference.value),
      low: shown.points(low),
      high: shown.points(high),
    });
  };
}

function asReason(estimate: CohortSuppression["figures"][number]["difference"]) {
  return estimate.kind === "estimate" ? ({ kind: "suppressed", rule: "small-count" } as const) : estimate;
}
