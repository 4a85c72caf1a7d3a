import { formatRounded } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";
import styles from "./form-screen.module.css";
import type { ScaleView } from "./form-view";
import type { Saved } from "./send-draft";

type Outcome = Saved["scores"][string];

/** Every scale with its score, or why there is none. */
export function ScoreList(props: {
  readonly scales: readonly ScaleView[];
  readonly outcomes: Saved["scores"];
}): React.JSX.Element {
  return (
    <ul className={styles.scores}>
      {props.scales.map((scale) => {
        const outcome = props.outcomes[scale.code];
        return outcome === undefined ? null : <ScoreLine key={scale.code} scale={scale} outcome={outcome} />;
      })}
    </ul>
  );
}

function ScoreLine(props: { readonly scale: ScaleView; readonly outcome: Outcome }): React.JSX.Element {
  const { scale, outcome } = props;
  const t = useTranslations("collect.score");
  const locale = useLocale();
  const number = (value: number) => formatRounded(value, "score", locale);
  const range = t("range", { minimum: number(scale.minimum), maximum: number(scale.maximum) });
  return (
    <li className={styles.score}>
      <span>{scale.label}</span>
      <span className={styles.value}>
        {outcome.outcome === "scored" ? `${number(outcome.value)}${scale.unit === null ? "" : ` ${scale.unit}`}` : "–"}
      </span>
      <span className={styles.note}>{note()}</span>
    </li>
  );

  function note(): string {
    switch (outcome.outcome) {
      case "scored": {
        const band = bandOf(scale, outcome.value);
        const words = [band, range, t(scale.improvement)].filter((part) => part !== null).join(" · ");
        if (!outcome.prorated) return words;
        return `${words} · ${t("prorated", { used: outcome.itemsUsed, total: outcome.itemsTotal })}`;
      }
      case "incomplete":
        return t("incomplete", { had: outcome.had, needed: outcome.needed });
      case "not-applicable":
        return t("not-applicable");
    }
  }
}

/** The band a value falls in: the last one that begins at or below it. */
function bandOf({ bands }: ScaleView, value: number): string | null {
  const reached = bands.filter(({ from, exclusive }) => (exclusive ? value > from : value >= from));
  return reached.at(-1)?.label ?? null;
}
