import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { planHref } from "./address";
import styles from "./conflict.module.css";
import { ConflictBoard } from "./conflict-board";
import type { ConflictWords, DecidedWords } from "./conflict-view";

/** Forms of one participant that came twice with different answers: those to be decided, and those that are. */
export function ConflictsScreen(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly code: string;
  readonly open: readonly ConflictWords[];
  readonly decided: readonly DecidedWords[];
  readonly mayDecide: boolean;
}): React.JSX.Element {
  const t = useTranslations("collect.conflicts");
  const { base, participantId, decided } = props;
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={planHref(base, participantId)} prefetch={false}>
            ← {props.code}
          </Link>
        }
        title={t("title")}
        lead={t("lead")}
      />
      <div className={styles.page}>
        <ConflictBoard
          programmeId={props.programmeId}
          participantId={participantId}
          personHref={`${base}/participants/${participantId}`}
          conflicts={props.open}
          mayDecide={props.mayDecide}
        />
        {props.open.length === 0 && decided.length === 0 ? (
          <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>
        ) : null}
        {decided.length > 0 ? (
          <section className={styles.decided} aria-labelledby="decided">
            <h2 id="decided">{t("decided.title")}</h2>
            <ul className={styles.plain}>
              {decided.map((one) => (
                <li key={one.conflictId} className={styles.line}>
                  <span className={styles.name}>{one.title}</span>
                  <span>{t(`decided.${one.kept}`)}</span>
                  <span className={styles.quiet}>{one.when}</span>
                  {one.reason === null ? null : (
                    <span className={styles.quiet}>{t("decided.reason", { reason: one.reason })}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}
