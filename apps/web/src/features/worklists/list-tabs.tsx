import { pageTabsClass } from "@alongside/ui/primitives/page-tabs";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type AnyList, CONTACTS, LISTS, type WorklistQuery, worklistHref } from "./worklist-query";
import type { WorklistCounts } from "./worklist-view";
import styles from "./worklists.module.css";

/** The lists with how much is on each, the current one marked. */
export function ListTabs(props: {
  readonly base: string;
  readonly query: WorklistQuery;
  readonly current: AnyList;
  /** Null for somebody who only sees whom to contact. */
  readonly counts: WorklistCounts | null;
  readonly mayContact: boolean;
}): React.JSX.Element | null {
  const { base, query, current, counts } = props;
  const t = useTranslations("worklists");
  if (counts === null) return null;
  const lists: readonly AnyList[] = props.mayContact ? [...LISTS, CONTACTS] : LISTS;
  return (
    <nav className={pageTabsClass()} aria-label={t("lists")}>
      {lists.map((list) => (
        <Link
          key={list}
          href={worklistHref(base, { ...query, list })}
          prefetch={false}
          aria-current={list === current ? "page" : undefined}
        >
          {t(`list.${list}`)}
          {list === CONTACTS ? null : (
            <span className={counts[list] === 0 ? styles.zero : styles.number}>{counts[list]}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
