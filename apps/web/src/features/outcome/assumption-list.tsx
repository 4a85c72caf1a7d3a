import type { Assumption, AssumptionId } from "@alongside/analysis/assumption/assumption";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import styles from "./outcome.module.css";
import { useFigures } from "./use-figures";

const TONES = {
  pass: "good",
  warn: "caution",
  fail: "danger",
  "cannot-check": "neutral",
} as const satisfies Record<Assumption["status"], BadgeTone>;

/** Figures that are shares of people; the others are plain numbers. */
const SHARES: readonly AssumptionId[] = ["missing-at-random", "room-to-move", "overlap"];
const COUNTS: readonly AssumptionId[] = ["independence", "enough-clusters"];

/** What is taken for granted, how it stands, and the figure that says so: in words and shape, not by colour alone. */
export function AssumptionList({ assumptions }: { readonly assumptions: readonly Assumption[] }): React.JSX.Element {
  const t = useTranslations("outcome.sure");
  const figures = useFigures();
  const written = (id: AssumptionId, value: number | undefined) => {
    if (value === undefined) return "";
    if (SHARES.includes(id)) return figures.share(value);
    return COUNTS.includes(id) ? figures.count(value) : figures.effect(value);
  };
  return (
    <ul className={styles.assumptions}>
      {assumptions.map(({ id, status, figure, limit, scoreAlone = false }) => (
        <li key={id} data-assumption={id} data-status={status}>
          <span>
            <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
          </span>
          <div>
            <strong>{t(`assumption.${id}.title`)}</strong>
            <p>
              {t(`assumption.${id}.text`, {
                // No hyphen may stand in a name that a message selects by.
                status: status === "cannot-check" ? "unchecked" : status,
                known: scoreAlone ? "score" : "more",
                figure: written(id, figure),
                limit: written(id, limit),
              })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
