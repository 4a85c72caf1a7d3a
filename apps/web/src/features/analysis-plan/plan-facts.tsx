import type { AnalysisPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { useTranslations } from "next-intl";
import styles from "./plan.module.css";
import type { PlanChoices } from "./plan-views";
import { PLAN_PARTS, usePlanParts } from "./use-plan-parts";

/** Everything one version says. */
export function PlanFacts(props: { readonly plan: AnalysisPlan; readonly choices: PlanChoices }): React.JSX.Element {
  const t = useTranslations("analysisPlan.part");
  const words = usePlanParts(props.choices)(props.plan);
  return (
    <dl className={styles.facts}>
      {PLAN_PARTS.map((part) => (
        <div key={part}>
          <dt>{t(part)}</dt>
          <dd>{words[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
