import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useDay } from "@/features/participants/calendar-day";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import styles from "./laboratory.module.css";
import { useRuleWords } from "./rule-words";

export type Difference = inferRouterOutputs<AppRouter>["labResult"]["secondEnter"]["differences"][number];

/** Where the two readings differ, field by field. */
export function DifferenceTable({ list }: { readonly list: readonly Difference[] }): React.JSX.Element {
  const t = useTranslations("laboratory.verify");
  const rules = useRuleWords();
  const say = useOpenTranslations();
  const day = useDay();
  const word = (value: string | null): string => {
    if (value === null) return t("nothing");
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
    const key = ["state", "specimen", "unit"].map((place) => `laboratory.${place}.${value}`).find(say.has);
    return key === undefined ? value : say(key);
  };
  return (
    <table className={styles.differences}>
      <thead>
        <tr>
          <th scope="col">{t("field")}</th>
          <th scope="col">{t("first")}</th>
          <th scope="col">{t("second")}</th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ field, first, second }) => (
          <tr key={field}>
            <th scope="row">{rules.field(field)}</th>
            <td>{word(first)}</td>
            <td>{word(second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
