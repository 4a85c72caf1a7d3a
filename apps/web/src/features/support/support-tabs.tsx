import { pageTabsClass } from "@alongside/ui/primitives/page-tabs";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The two pages of support that was given. */
export function SupportTabs(props: {
  readonly base: string;
  readonly current: "contacts" | "volunteers";
}): React.JSX.Element {
  const t = useTranslations("support.tabs");
  const pages = [
    ["contacts", `${props.base}/support`],
    ["volunteers", `${props.base}/support/volunteers`],
  ] as const;
  return (
    <nav className={pageTabsClass()} aria-label={t("label")}>
      {pages.map(([page, href]) => (
        <Link key={page} href={href} prefetch={false} aria-current={page === props.current ? "page" : undefined}>
          {t(page)}
        </Link>
      ))}
    </nav>
  );
}
