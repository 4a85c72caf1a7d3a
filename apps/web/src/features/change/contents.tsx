"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import type { ChangePlace, Table } from "./change-view";
import styles from "./contents.module.css";
import { domainId } from "./domain-id";

/**
 * The parts of the page with the number of outcomes in each. Plain links, so that the chosen part stands in the address
 * and everything works without the script; with it, a part that was folded opens when somebody goes to it.
 */
export function Contents({ place, table }: { readonly place: ChangePlace; readonly table: Table }): React.JSX.Element {
  const t = useTranslations("change.contents");
  const domainText = useTranslations("change.domain");
  const format = useFormatter();
  const locale = useLocale();
  useEffect(() => {
    unfold();
    window.addEventListener("hashchange", unfold);
    return () => window.removeEventListener("hashchange", unfold);
  }, []);
  return (
    <nav className={styles.contents} aria-label={t("label")}>
      <ul>
        {table.domains.map((domain) => {
          const element = domain.domain === null ? undefined : place.elements[domain.domain];
          const name = element ? element.label[locale] : domainText("outside");
          return (
            <li key={domain.domain ?? "none"}>
              <a href={`#${domainId(domain)}`} onClick={() => open(domainId(domain))}>
                {name}{" "}
                <span className={styles.count}>
                  <span aria-hidden="true">{format.number(domain.measures.length)}</span>
                  <span className="visually-hidden">{t("count", { count: domain.measures.length })}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Opens whatever holds what the address names. */
function unfold(): void {
  open(decodeURIComponent(window.location.hash.slice(1)));
}

function open(id: string): void {
  const target = id === "" ? null : document.getElementById(id);
  const fold = target?.querySelector<HTMLDetailsElement>(":scope > details") ?? target?.closest("details");
  if (fold && !fold.open) {
    fold.open = true;
    target?.scrollIntoView();
  }
}
