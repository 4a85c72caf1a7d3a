import { formatRounded } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";

/** How many people stand behind the estimates of a chart; undefined where there is none. */
export function usePeopleBehind(): (
  rows: readonly { readonly estimate: { readonly kind: string; readonly n?: number } }[],
) => string | undefined {
  const t = useTranslations("chartFiles");
  const locale = useLocale();
  return (rows) => {
    const people = rows.flatMap(({ estimate }) => (estimate.n === undefined ? [] : [estimate.n]));
    if (people.length === 0) return undefined;
    const [low, high] = [Math.min(...people), Math.max(...people)].map((n) => formatRounded(n, "count", locale));
    return low === high ? t("n", { n: low ?? "" }) : t("between", { low: low ?? "", high: high ?? "" });
  };
}
