import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import { buttonClass } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { changeHref } from "@/features/change/change-query";
import styles from "./snapshot.module.css";
import { snapshotHref } from "./snapshot-address";
import type { ListedSnapshot } from "./snapshot-views";

/** Every data set that was frozen, newest first. */
export function SnapshotList(props: {
  readonly base: string;
  readonly snapshots: readonly ListedSnapshot[];
}): React.JSX.Element {
  const t = useTranslations("snapshot");
  const { base, snapshots } = props;
  if (snapshots.length === 0) {
    return (
      <EmptyState title={t("none.title")} actions={null}>
        <p>{t("none.text")}</p>
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {snapshots.map((one) => (
        <li key={one.snapshotId}>
          <Card base={base} one={one} />
        </li>
      ))}
    </ul>
  );
}

function Card({ base, one }: { readonly base: string; readonly one: ListedSnapshot }): React.JSX.Element {
  const t = useTranslations("snapshot");
  const format = useFormatter();
  const { snapshotId, name, contentHash, takenAt, takenBy, view, counts } = one;
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <h2>{name}</h2>
        <code className={styles.code}>{snapshotCode(contentHash)}</code>
        {view === "none" ? <StatusBadge tone="caution">{t("view.none")}</StatusBadge> : null}
      </div>
      <p className={styles.hint}>
        {t("taken", {
          name: takenBy ?? t("nobody"),
          time: format.dateTime(takenAt, { dateStyle: "medium", timeStyle: "short" }),
        })}
      </p>
      {counts === null ? null : <p>{t("counts", counts)}</p>}
      {view === "none" ? (
        <p className={styles.hint}>{t("view.noneText")}</p>
      ) : (
        <div className={styles.head}>
          <Link
            href={changeHref(`${base}/change`, { at: null, site: null, snapshot: snapshotId })}
            className={buttonClass({ kind: "primary", size: "small" })}
            prefetch={false}
            aria-label={t("openNamed", { name })}
          >
            {t("open")}
          </Link>
          <Link
            href={snapshotHref(base, snapshotId)}
            className={buttonClass({ size: "small" })}
            prefetch={false}
            aria-label={t("aboutNamed", { name })}
          >
            {t("about")}
          </Link>
        </div>
      )}
    </article>
  );
}
