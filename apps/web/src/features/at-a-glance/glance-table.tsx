import { SeriesKey } from "@alongside/ui/charts/outcome-lines/series-key";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useLocale, useTranslations } from "next-intl";
import tableStyles from "../change/change-table.module.css";
import type { ShownCohort, Table } from "../change/change-view";
import { cardId } from "../change/outcome-card";
import { MeanValue } from "../change/shown-values";
import { Verdict } from "../change/verdict";
import styles from "./glance.module.css";
import type { ShownGlance } from "./shown-glance";
import { useDomainName } from "./use-domain-name";

/** Every outcome in one table: which way each cohort went, and how far, a column a cohort. */
export function GlanceTable({ place, view, domains }: ShownGlance): React.JSX.Element {
  const t = useTranslations("glance");
  const locale = useLocale();
  const nameOf = useDomainName(place);
  const { table } = view;
  return (
    <ScrollRegion labelledBy="glance">
      <table className={`${tableStyles.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t("head.outcome")}</th>
            {table.cohorts.map(({ id, name }, position) => (
              <th key={id} scope="col">
                <SeriesKey position={position} /> {name}
              </th>
            ))}
          </tr>
        </thead>
        {domains.map(({ domain, outcomes }) => (
          <tbody key={domain}>
            <tr>
              <th scope="rowgroup" colSpan={table.cohorts.length + 1} className={styles.domain}>
                {nameOf(domain)}
              </th>
            </tr>
            {outcomes.map(({ measure, cohorts }) => (
              <tr key={measure.description.measure}>
                <th scope="row">
                  <a href={`#${cardId(measure)}`}>{measure.description.label[locale]}</a>
                </th>
                <Cells table={table} cohorts={cohorts} yesOrNo={measure.description.yesOrNo === true} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

/** A cell for every cohort of the table, also for those the measure is not asked of. */
function Cells(props: {
  readonly table: Table;
  readonly cohorts: readonly ShownCohort[];
  readonly yesOrNo: boolean;
}): React.JSX.Element {
  const t = useTranslations("glance");
  const { table, cohorts, yesOrNo } = props;
  return (
    <>
      {table.cohorts.map(({ id }) => {
        const shown = cohorts.find(({ cohort }) => cohort.cohortId === id);
        return (
          <td key={id}>
            {shown ? (
              <span className={styles.cell}>
                <MeanValue figure={shown.followUp.change} yesOrNo={yesOrNo} />
                {shown.followUp.direction === "not-available" ? null : <Verdict direction={shown.followUp.direction} />}
              </span>
            ) : (
              t("notAsked")
            )}
          </td>
        );
      })}
    </>
  );
}
