import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { planHref } from "./address";
import { ConflictCard, type ConflictWords } from "./conflict-card";
import styles from "./form-screen.module.css";

/** Forms of one participant that came twice with different answers, each to be decided. */
export function ConflictsScreen(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly code: string;
  readonly conflicts: readonly ConflictWords[];
  readonly mayDecide: boolean;
}): React.JSX.Element {
  const t = useTranslations("collect.conflicts");
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={planHref(props.base, props.participantId)} prefetch={false}>
            {props.code}
          </Link>
        }
        title={t("title")}
        lead={t("lead")}
      />
      <div className={styles.panel}>
        {props.conflicts.length === 0 ? <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState> : null}
        {props.conflicts.map((conflict) => (
          <ConflictCard
            key={conflict.conflictId}
            programmeId={props.programmeId}
            participantId={props.participantId}
            conflict={conflict}
            mayDecide={props.mayDecide}
          />
        ))}
      </div>
    </>
  );
}
