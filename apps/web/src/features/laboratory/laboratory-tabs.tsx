import { pageTabsClass } from "@alongside/ui/primitives/page-tabs";
import Link from "next/link";
import { useTranslations } from "next-intl";

export const TABS = [
  { id: "grid", path: "/laboratory" },
  { id: "one", path: "/laboratory/one" },
  { id: "import", path: "/laboratory/import" },
  { id: "verify", path: "/laboratory/verify" },
] as const;

/** The ways to work with results, the current one marked. */
export function LaboratoryTabs(props: {
  readonly base: string;
  readonly current: (typeof TABS)[number]["id"] | null;
}): React.JSX.Element {
  const t = useTranslations("laboratory.tab");
  return (
    <nav className={pageTabsClass()} aria-label={t("label")}>
      {TABS.map(({ id, path }) => (
        <Link
          key={id}
          href={`${props.base}${path}`}
          prefetch={false}
          aria-current={id === props.current ? "page" : undefined}
        >
          {t(id)}
        </Link>
      ))}
    </nav>
  );
}
