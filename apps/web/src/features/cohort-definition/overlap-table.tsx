import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useTranslations } from "next-intl";
import table from "@/features/settings/plain-table.module.css";
import styles from "./cohort-definition.module.css";
import type { CountedCohorts } from "./definition-views";
import { useCountWords } from "./use-count-words";

/** How many people are in each of the cohorts, and in every two of them. */
export function OverlapTable(props: {
  /** In the order in which they were counted. */
  readonly names: readonly string[];
  readonly counted: CountedCohorts;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition.overlap");
  const words = useTranslations("cohortDefinition.count");
  const count = useCountWords();
  const { names, counted } = props;
  if (counted.kind === "not-counted") return <p>{words("notCounted")}</p>;
  const both = (a: number, b: number) =>
    a === b
      ? counted.sizes[a]
      : counted.overlaps.find(({ first, second }) => first === Math.min(a, b) && second === Math.max(a, b))?.people;
  return (
    <section aria-labelledby="overlap-title" className={styles.overlap}>
      <h2 id="overlap-title">{t("title")}</h2>
      <p>{t("lead", { all: count(counted.enrolled) })}</p>
      <ScrollRegion place={table.scroller} label={t("title")}>
        <table className={table.table}>
          <caption className="visually-hidden">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("cohort")}</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, row) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {names.map((other, column) => (
                  <td key={other}>{count(both(row, column))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
