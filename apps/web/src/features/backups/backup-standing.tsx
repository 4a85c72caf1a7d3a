import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Backups, failureKey } from "./backup-view";

const TONES = { never: "danger", old: "danger", failing: "caution", good: "information" } as const;

/** Says how the backups stand, what went wrong, and what to do about it. */
export function BackupStanding(props: {
  readonly backups: Backups;
  /** After the words: where to go on. */
  readonly children?: ReactNode;
}): React.JSX.Element {
  const t = useTranslations("backups");
  const format = useFormatter();
  const { standing, failure } = props.backups;
  const when = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Notice tone={TONES[standing]} title={t(`standing.${standing}`)}>
      <p>{t(standing)}</p>
      {failure ? <p>{t("failed", { when: when(failure.at), why: t(`failure.${failureKey(failure.code)}`) })}</p> : null}
      {standing === "good" ? null : <p>{t("todo", { command: "pnpm backup" })}</p>}
      {props.children}
    </Notice>
  );
}
