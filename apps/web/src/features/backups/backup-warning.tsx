import Link from "next/link";
import { useTranslations } from "next-intl";
import { sectionHref } from "@/features/settings/sections";
import { BackupStanding } from "./backup-standing";
import type { Backups } from "./backup-view";

/** On the start page of an administrator, when the backups are not as they should be. */
export function BackupWarning(props: { readonly base: string; readonly backups: Backups }): React.JSX.Element {
  const t = useTranslations("backups");
  return (
    <section aria-label={t("title")}>
      <BackupStanding backups={props.backups}>
        <p>
          <Link href={sectionHref(props.base, "backups")} prefetch={false}>
            {t("open")}
          </Link>
        </p>
      </BackupStanding>
    </section>
  );
}
