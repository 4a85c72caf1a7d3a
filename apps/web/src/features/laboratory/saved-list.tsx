import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { Button } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import styles from "./laboratory.module.css";
import { useResultWords } from "./result-words";
import type { StoredLine } from "./use-saving";

/** What was stored from this page, row by row. */
export function SavedList(props: {
  readonly lines: readonly StoredLine[];
  readonly rule: ThresholdRule;
  readonly onHistory: (participantId: string) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratory.saved");
  const words = useResultWords();
  return (
    <div role="status">
      {props.lines.length === 0 ? null : (
        <section className={styles.saved} aria-label={t("title")}>
          <h2>{t("title")}</h2>
          <ul>
            {props.lines.map(({ resultId, participantId, row, view, outcome }) => (
              <li key={resultId}>
                <span className={styles.code}>{row.code.toUpperCase()}</span>
                <span>
                  {view.measurement === null ? "" : words.measurement(view.measurement)}
                  {view.category === null || view.category.kind === "no-result"
                    ? ""
                    : ` · ${words.category(view.category, props.rule)}`}
                </span>
                <OutcomeBadge outcome={outcome} />
                <Button size="small" kind="quiet" onClick={() => props.onHistory(participantId)}>
                  {t("open", { code: row.code.toUpperCase() })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function OutcomeBadge({ outcome }: { readonly outcome: StoredLine["outcome"] }): React.JSX.Element {
  const t = useTranslations("laboratory.saved");
  if (outcome.outcome !== "saved") return <StatusBadge tone="neutral">{t("same")}</StatusBadge>;
  return outcome.verification === "awaiting" ? (
    <StatusBadge tone="caution">{t("awaiting")}</StatusBadge>
  ) : (
    <StatusBadge tone="good">{t("verified")}</StatusBadge>
  );
}
