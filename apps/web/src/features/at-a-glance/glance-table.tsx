"use client";

import { SeriesKey } from "@alongside/ui/charts/outcome-lines/series-key";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useLocale, useTranslations } from "next-intl";
import tableStyles from "./change-table.module.css";
import { type ShownCohort, shownCohorts, type Table } from "./change-view";
import styles from "./glance.module.css";
import { cardId, type ShownChange } from "./outcome-card";
import { MeanValue } from "./shown-values";
import { Verdict } from "./verdict";

/** Every outcome in one table: which way each cohort went, and how far. Nothing is added up. */
export function Glance({ place, view, at, baseline }: ShownChange): React.JSX.Element | null {
  const t = useTranslations("change.glance");
  const locale = useLocale();
  const { table, sources } = view;
  const groups = table.domains
    .filter((domain) => domain.domain !== null)
    .map(({ domain, measures }) => ({
      domain: domain ?? "",
      measures: measures.filter(
        (measure) => measure.state === "ready" && sources[measure.description.measure]?.headline !== false,
      ),
    }))
    .filter((group) => group.measures.length > 0);
  if (groups.length === 0) return null;
  return (
    <section className={styles.glance}>
      <h2 id="glance">{t("title")}</h2>
      <p className={styles.text}>{t("text", { from: baseline.label, to: at.label })}</p>
      <ScrollRegion labelledBy="glance">
        <table className={`${tableStyles.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t("measure")}</th>
              {table.cohorts.map(({ id, name }, position) => (
                <th key={id} scope="col">
                  <SeriesKey position={position} /> {name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ domain, measures }) => (
            <tbody key={domain}>
              <tr>
                <th scope="rowgroup" colSpan={table.cohorts.length + 1} className={styles.domain}>
                  {place.elements[domain]?.label[locale]}
                </th>
              </tr>
              {measures.map((measure) => (
                <tr key={measure.description.measure}>
                  <th scope="row">
                    <a href={`#${cardId(measure)}`}>{measure.description.label[locale]}</a>
                  </th>
                  <GlanceCells table={table} cohorts={shownCohorts(table, measure, at.id)} />
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </section>
  );
}

/** A cell for every cohort of the table, also for those the measure is not asked of. */
function GlanceCells(props: { readonly table: Table; readonly cohorts: readonly ShownCohort[] }): React.JSX.Element {
  const t = useTranslations("change.glance");
  const { table, cohorts } = props;
  return (
    <>
      {table.cohorts.map(({ id }) => {
        const shown = cohorts.find(({ cohort }) => cohort.cohortId === id);
        return (
          <td key={id}>
            {shown ? (
              <span className={styles.cell}>
                <MeanValue figure={shown.followUp.change} />
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
