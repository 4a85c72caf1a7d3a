import { Button } from "@alongside/ui/primitives/button";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/features/outcome/outcome.module.css";
import type { ResultsPlace, ResultsView } from "./results-view";

/** Another cohort, time, comparison, site or second rule: a form that needs no script. */
export function ResultsChooser(props: { readonly view: ResultsView; readonly place: ResultsPlace }): React.JSX.Element {
  const t = useTranslations("results.choose");
  const locale = useLocale();
  const { view, place } = props;
  const others = view.cohorts.filter(({ id }) => id !== view.cohort.id);
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ id, text: name }));
  const fields = [
    { name: "cohort" as const, value: view.cohort.id, options: named(view.cohorts) },
    {
      name: "time" as const,
      value: view.waves[view.wave]?.id ?? "",
      options: view.waves.slice(1).map(({ id, label }) => ({ id, text: label })),
    },
    {
      name: "with" as const,
      value: view.comparedWith?.id ?? "none",
      options: [{ id: "none", text: t("nobody") }, ...named(others)],
    },
    {
      name: "rule" as const,
      value: view.rules[1]?.id ?? "",
      options: [{ id: "", text: t("oneRule") }, ...view.besides.map(({ id, title }) => ({ id, text: title[locale] }))],
    },
    {
      name: "rebound" as const,
      value: view.times.rebound.confirmed ? "confirmed" : "",
      options: [
        { id: "", text: t("oneResult") },
        { id: "confirmed", text: t("twoResults") },
      ],
    },
    ...(view.sites.length > 1
      ? [
          {
            name: "site" as const,
            value: view.siteId ?? "",
            options: [{ id: "", text: t("allSites") }, ...named(view.sites)],
          },
        ]
      : []),
  ];
  return (
    <form className={styles.choose} method="get" action={`${place.base}/change/results`} aria-label={t("label")}>
      {fields.map(({ name, value, options }) => (
        <label key={name}>
          <span>{t(name)}</span>
          <select name={name} defaultValue={value}>
            {options.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
