import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useFormatter, useTranslations } from "next-intl";
import styles from "./report-screen.module.css";
import type { PublishedView } from "./report-view";

const TONES = { waiting: "caution", approved: "good", refused: "danger" } as const;

/** How a report for outside stands: who asked, for whom, and what was said about it. */
export function PublishedFacts({ one }: { readonly one: PublishedView }): React.JSX.Element {
  const t = useTranslations("report");
  const format = useFormatter();
  const time = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const name = (known: string | null) => known ?? t("published.somebody");
  const { decision, state } = one;
  return (
    <div className={styles.facts} data-state={state}>
      <p>
        <StatusBadge tone={TONES[state]}>{t(`published.state.${state}`)}</StatusBadge>{" "}
        {t("published.asked", {
          name: name(one.askedBy),
          time: time(one.askedAt),
          audience: t(`publish.audiences.${one.audience}`),
        })}
      </p>
      <p className={styles.words}>{one.words}</p>
      {decision === null ? (
        <p>
          {one.mayDecide ? null : t("published.waits")} {t("published.draft")}
        </p>
      ) : (
        <>
          <p>{t("published.decided", { name: name(decision.by), time: time(decision.at) })}</p>
          <p className={styles.words}>{decision.words}</p>
        </>
      )}
      <p className={styles.quiet}>
        {t("published.facts", {
          stamp: one.stamp,
          language: t(`form.languages.${one.language}`),
          hash: one.contentHash,
        })}
      </p>
    </div>
  );
}
