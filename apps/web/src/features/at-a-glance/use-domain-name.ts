import { useLocale } from "next-intl";
import type { ChangePlace } from "../change/change-view";

/** The name of a domain in the language of the page. */
export function useDomainName({ elements }: Pick<ChangePlace, "elements">): (domain: string) => string {
  const locale = useLocale();
  return (domain) => elements[domain]?.label[locale] ?? "";
}
