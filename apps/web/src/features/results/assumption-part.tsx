import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import styles from "@/features/outcome/outcome.module.css";
import type { Assumption } from "./results-view";
import { useShown } from "./use-shown";

const TONES = {
  pass: "good",
  warn: "caution",
  fail: "danger",
  "cannot-check": "neutral",
} as const satisfies Record<Assumption["status"], BadgeTone>;

/** What the figures take for granted, and how it stands: in words and shape, not by colour alone. */
export function AssumptionPart(props: { readonly assumptions: readonly Assumption[] }): React.JSX.Element {
  const t = useTranslations("resultsLevel.assumption");
  const shown = useShown();
  return (
    <details className={styles.beside}>
      <summary>{t("title", { fail: props.assumptions.filter(({ status }) => status === "fail").length })}</summary>
      <ul className={styles.assumptions}>
        {props.assumptions.map(({ id, status, figure, limit }) => (
          <li key={id} data-assumption={id} data-status={status}>
            <span>
              <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
            </span>
            <div>
              <strong>{t(`${id}.title`)}</strong>
              <p>{t(`${id}.text`)}</p>
              {figure === undefined || limit === undefined ? null : (
                <p>{t("against", { figure: shown.effect(figure), limit: shown.effect(limit) })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
