import { formatRounded } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";
import styles from "./form-screen.module.css";
import type { ScaleView, StoredAssessment } from "./form-view";

/** Scores as they are stored, each with its range or the reason why there is none. */
export function StoredScores(props: {
  readonly scales: readonly ScaleView[];
  readonly scores: StoredAssessment["scores"];
}): React.JSX.Element {
  const t = useTranslations("collect.score");
  const locale = useLocale();
  const number = (value: number) => formatRounded(value, "score", locale);
  return (
    <ul className={styles.scores}>
      {props.scales.flatMap((scale) => {
        const score = props.scores.find(({ measure }) => measure.endsWith(`/${scale.code}`));
        if (score === undefined) return [];
        const range = t("range", { minimum: number(scale.minimum), maximum: number(scale.maximum) });
        const prorated = score.prorated
          ? ` · ${t("prorated", { used: score.itemsUsed, total: score.itemsTotal })}`
          : "";
        const missing = score.outcome === "incomplete" ? t("incompletePlain") : t("not-applicable");
        return [
          <li key={scale.code} className={styles.score}>
            <span>{scale.label}</span>
            <span className={styles.value}>{score.value === null ? "–" : number(score.value)}</span>
            <span className={styles.note}>
              {score.value === null ? missing : `${range} · ${t(scale.improvement)}${prorated}`}
            </span>
          </li>,
        ];
      })}
    </ul>
  );
}
