import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useReasonWords } from "@/features/failure/use-reason-words";
import type { Draft } from "./draft";
import styles from "./draft-state.module.css";

/** What a kept form needs: somebody to act today, somebody to put right what was refused, or only a connection. */
export function DraftState(props: {
  readonly draft: Draft;
  /** How the list names a form that waits to be sent, and one that is not finished. */
  readonly unsent: ReactNode;
  readonly editing: ReactNode;
}): React.JSX.Element {
  const { draft } = props;
  const t = useTranslations("sending");
  const risk = useTranslations("risk");
  const code = useTranslations("failure.code");
  const reasonWords = useReasonWords();
  const refusal = draft.state === "refused" ? draft.refusal : null;
  return (
    <span className={styles.state}>
      {draft.risk ? <StatusBadge tone="danger">{risk("title")}</StatusBadge> : null}
      {draft.state === "refused" ? <StatusBadge tone="bad">{t("needsYou")}</StatusBadge> : null}
      {refusal ? (
        <span className={styles.reason}>{reasonWords(refusal) ?? code(`${refusal.code}.happened`)}</span>
      ) : null}
      {draft.state === "unsent" ? <StatusBadge tone="caution">{props.unsent}</StatusBadge> : null}
      {draft.state === "editing" ? props.editing : null}
    </span>
  );
}
