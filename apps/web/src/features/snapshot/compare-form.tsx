import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import settings from "@/features/settings/settings.module.css";
import styles from "./snapshot.module.css";
import { snapshotHref } from "./snapshot-address";
import type { ListedSnapshot } from "./snapshot-views";

/** Chooses another snapshot to lay beside this one: a plain form, so that every comparison has an address. */
export function CompareForm(props: {
  readonly base: string;
  readonly snapshotId: string;
  readonly others: readonly ListedSnapshot[];
  readonly chosen: string | null;
}): React.JSX.Element | null {
  const t = useTranslations("snapshot.difference");
  const { base, snapshotId, others, chosen } = props;
  if (others.length === 0) return null;
  return (
    <form method="get" action={snapshotHref(base, snapshotId)} className={styles.choose}>
      <label className={settings.field}>
        <span>{t("with")}</span>
        <select name="with" defaultValue={chosen ?? undefined}>
          {others.map((one) => (
            <option key={one.snapshotId} value={one.snapshotId}>
              {t("option", { name: one.name, code: snapshotCode(one.contentHash) })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
