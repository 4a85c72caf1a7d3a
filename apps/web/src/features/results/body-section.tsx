import { useLocale, useTranslations } from "next-intl";
import { FigureTable } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { Section } from "@/features/outcome/section";
import type { ResultsView } from "./results-view";
import { useShown } from "./use-shown";

/** CD4 and weight through the same change statistics as every questionnaire. */
export function BodySection({ view }: { readonly view: ResultsView }): React.JSX.Element {
  const t = useTranslations("results.body");
  const locale = useLocale();
  const shown = useShown();
  const { quantities, wave, waves } = view;
  const measures = quantities.domains.flatMap((domain) => domain.measures);
  const to = waves[wave]?.label ?? "";
  const among = new Set([view.cohort.id, view.comparedWith?.id]);
  if (measures.length === 0) return <Section id="body" title={t("title")} finding={t("nothing")} />;
  return (
    <Section id="body" title={t("title")} finding={t("finding", { from: waves[0]?.label ?? "", to })}>
      {measures.map(({ description, cohorts }) => (
        <div key={description.measure} className={styles.figure} data-measure={description.measure}>
          <h3>{description.label[locale]}</h3>
          <FigureTable
            caption={t("caption", { measure: description.label[locale], to })}
            head={[t("cohort"), t("pairs"), t("before"), t("after"), t("change"), t("standardised"), t("p")]}
            rows={cohorts
              .filter(({ cohortId }) => among.has(cohortId))
              .map(({ cohortId, followUps }) => {
                const name = view.cohorts.find(({ id }) => id === cohortId)?.name ?? "";
                const found = followUps.find(({ timepointId }) => timepointId === waves[wave]?.id);
                if (found === undefined) return { id: cohortId, cells: [name] };
                const { summary, change, standardised, paired, test } = found;
                const mean = (side: "meanBefore" | "meanAfter") => {
                  if (summary.kind !== "summary") return shown.why(summary);
                  const value = summary[side];
                  return value.kind === "value" ? shown.mean(value.value) : shown.why(value);
                };
                return {
                  id: cohortId,
                  cells: [
                    name,
                    shown.people(paired),
                    mean("meanBefore"),
                    mean("meanAfter"),
                    shown.estimate(change),
                    shown.estimate(standardised, "effect"),
                    test.kind === "test" ? shown.p(test.pValue) : shown.none,
                  ],
                };
              })}
          />
        </div>
      ))}
      <p className={styles.soft}>{t("limits")}</p>
    </Section>
  );
}
