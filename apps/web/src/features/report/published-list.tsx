import { EmptyState } from "@alongside/ui/primitives/empty-state";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import settings from "@/features/settings/settings.module.css";
import { publishedHref } from "./published-address";
import { PublishedFacts } from "./published-facts";
import styles from "./report-screen.module.css";
import type { PublishedView } from "./report-view";

/** Every report that somebody asked to publish and this person may see. */
export function PublishedList(props: {
  readonly base: string;
  readonly reports: readonly PublishedView[];
}): React.JSX.Element {
  const t = useTranslations("report.published");
  const format = useFormatter();
  if (props.reports.length === 0) {
    return (
      <EmptyState title={t("none")}>
        <p>{t("noneText")}</p>
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {props.reports.map((one) => (
        <li key={one.reportId} className={settings.card}>
          <h2>
            <Link href={publishedHref(props.base, one.reportId)} prefetch={false}>
              {t("open", {
                title: one.title,
                time: format.dateTime(one.askedAt, { dateStyle: "medium", timeStyle: "short" }),
              })}
            </Link>
          </h2>
          <PublishedFacts one={one} />
        </li>
      ))}
    </ul>
  );
}
