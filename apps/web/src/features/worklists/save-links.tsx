import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type WorklistQuery, worklistHref } from "./worklist-query";

/** The whole list on paper or as a file, whatever page is shown. */
export function SaveLinks(props: { readonly base: string; readonly query: WorklistQuery }): React.JSX.Element {
  const t = useTranslations("worklists");
  return (
    <>
      <Link href={worklistHref(props.base, props.query, "/print")} className={buttonClass()} prefetch={false}>
        {t("print.open")}
      </Link>
      <a href={worklistHref(props.base, props.query, "/table")} className={buttonClass()}>
        {t("csv")}
      </a>
    </>
  );
}
