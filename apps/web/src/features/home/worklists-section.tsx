import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CONTACTS, LISTS, worklistHref } from "@/features/worklists/worklist-query";
import styles from "./home.module.css";
import type { Home } from "./home-view";

/** How much waits on the lists of results, each one press away. */
export function WorklistsSection(props: {
  readonly base: string;
  readonly counts: NonNullable<Home["worklists"]>;
}): React.JSX.Element {
  const { base, counts } = props;
  const t = useTranslations("home.worklists");
  const lists = useTranslations("worklists.list");
  const waiting = LISTS.filter((list) => counts[list] > 0);
  return (
    <section className={styles.section} aria-labelledby="worklists">
      <div className={styles.heading}>
        <h2 id="worklists">{t("title")}</h2>
        <p>
          <Link href={worklistHref(base, {})} prefetch={false}>
            {t("see")}
          </Link>
        </p>
      </div>
      {waiting.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      <ul className={styles.tallies}>
        {waiting.map((list) => (
          <li key={list}>
            <Link href={worklistHref(base, { list })} prefetch={false}>
              <span className={styles.tally}>{counts[list]}</span> {lists(list)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many people somebody is asked to contact. */
export function ContactsSection(props: { readonly base: string; readonly count: number }): React.JSX.Element {
  const t = useTranslations("home.contacts");
  return (
    <section className={styles.section} aria-labelledby="contacts">
      <div className={styles.heading}>
        <h2 id="contacts">
          {t("title")} <span className={styles.count}>{props.count}</span>
        </h2>
        <Link href={worklistHref(props.base, { list: CONTACTS })} className={buttonClass()} prefetch={false}>
          {t("open")}
        </Link>
      </div>
      <p className={styles.quiet}>{t("note", { count: props.count })}</p>
    </section>
  );
}
