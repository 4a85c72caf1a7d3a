import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ListPages } from "@/features/shell/list-pages";
import { textSeal } from "@/server/sealed-text";
import { ListTabs } from "./list-tabs";
import { SaveLinks } from "./save-links";
import { SiteFilter } from "./site-filter";
import { CONTACTS, type WorklistQuery, worklistHref } from "./worklist-query";
import type { ContactPage, Sites, WorklistCounts } from "./worklist-view";
import styles from "./worklists.module.css";

/** Whom a peer supporter is asked to contact: codes of people who agreed to it, and never why. */
export function ContactsScreen(props: {
  readonly base: string;
  readonly query: WorklistQuery;
  readonly page: ContactPage;
  readonly sites: Sites;
  /** Null for somebody who sees no other list. */
  readonly counts: WorklistCounts | null;
  /** Whether the person may open contact details, and the programme keeps any. */
  readonly mayReach: boolean;
}): React.JSX.Element {
  const { base, page, sites } = props;
  const t = useTranslations("worklists");
  const contact = useTranslations("contactDetails");
  const { after, ...rest } = props.query;
  const first: WorklistQuery = { ...rest, list: CONTACTS };
  const isEmpty = page.rows.length === 0;
  return (
    <>
      <PageHeader
        title={t("list.contacts")}
        lead={t("about.contacts")}
        actions={isEmpty ? null : <SaveLinks base={base} query={first} />}
      />
      <ListTabs base={base} query={first} current={CONTACTS} counts={props.counts} mayContact />
      <div className={styles.above}>
        <p className={styles.quiet} role="status">
          {t("people", { count: page.count })}
        </p>
        <SiteFilter base={base} query={first} sites={sites} />
      </div>
      {isEmpty ? (
        <EmptyState title={t("noContacts")}>
          <p>{t("noContactsWhy")}</p>
        </EmptyState>
      ) : (
        <ul className={styles.contacts} aria-label={t("list.contacts")}>
          {page.rows.map(({ code, siteId }) => (
            <li key={code}>
              <Link href={`${base}/participants?q=${textSeal().seal(code)}`} className={styles.code} prefetch={false}>
                {code}
              </Link>
              {props.mayReach ? (
                <Link href={`${base}/participants/contact?code=${textSeal().seal(code)}`} prefetch={false}>
                  {contact("open")}
                </Link>
              ) : null}
              {sites.length > 1 ? (
                <span className={styles.quiet}>{sites.find(({ id }) => id === siteId)?.name}</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <ListPages
        label={t("pages")}
        first={after ? { href: worklistHref(base, first), text: t("pageFirst") } : null}
        next={
          page.next
            ? { href: worklistHref(base, { ...first, after: textSeal().seal(page.next) }), text: t("pageNext") }
            : null
        }
      />
    </>
  );
}
