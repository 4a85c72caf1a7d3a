import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useLocale, useTranslations } from "next-intl";
import tableStyles from "../change/change-table.module.css";
import { cardId } from "../change/outcome-card";
import { useCountText } from "../change/shown-values";
import { useChecksText } from "./checks";
import styles from "./glance.module.css";
import type { GlanceDomain } from "./glance-rows";
import type { ShownGlance } from "./shown-glance";
import { useDomainName } from "./use-domain-name";
import { useRowTexts } from "./use-row-texts";

/** The numbers of a forest as a table, a row per outcome and cohort. */
export function GlanceFigures({ domain, place }: ShownGlance & { readonly domain: GlanceDomain }): React.JSX.Element {
  const t = useTranslations("glance");
  const direction = useTranslations("change.direction");
  const locale = useLocale();
  const nameOf = useDomainName(place);
  const texts = useRowTexts();
  const count = useCountText();
  const checked = useChecksText();
  const caption = t("figures.caption", { domain: nameOf(domain.domain) });
  const heads = ["outcome", "cohort", "change", "standardised", "noticeable", "reading", "paired", "enrolled", "claim"];
  return (
    <details className={styles.figures} data-beside="">
      <summary>{t("figures.show")}</summary>
      <ScrollRegion label={caption}>
        <table className={`${tableStyles.table} ${styles.long}`}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`head.${head as "cohort"}`)}
                </th>
              ))}
              <th scope="col">{t("head.checksLong")}</th>
            </tr>
          </thead>
          <tbody>
            {domain.outcomes.flatMap(({ measure, cohorts }) =>
              cohorts.map(({ cohort, name, followUp }) => {
                const { own, standard } = texts(measure.description, followUp);
                return (
                  <tr key={`${measure.description.measure} ${cohort.cohortId}`}>
                    <th scope="row">
                      <a href={`#${cardId(measure)}`}>{measure.description.label[locale]}</a>
                    </th>
                    <td>{name}</td>
                    <td>{own}</td>
                    <td>{standard}</td>
                    <td>{t(`noticeable.${followUp.noticeable?.verdict ?? "unknown"}`)}</td>
                    <td>{direction(followUp.direction)}</td>
                    <td>{count(followUp.paired)}</td>
                    <td>{count(cohort.enrolled)}</td>
                    <td>{t("claimShort")}</td>
                    <td>{checked(followUp.checks)}</td>
                  </tr>
                );
              }),
            )}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
