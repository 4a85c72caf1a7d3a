import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useTranslations } from "next-intl";
import { CountValue } from "@/features/change/shown-values";
import styles from "./home.module.css";
import type { Home } from "./home-view";

type Cohort = NonNullable<Home["change"]>[number];

/** How complete the data of each cohort are, and how many outcomes moved which way. */
export function ChangeSummary({ cohorts }: { readonly cohorts: readonly Cohort[] }): React.JSX.Element {
  const t = useTranslations("home.summary");
  const first = cohorts[0];
  if (first === undefined) return <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>;
  return (
    <section className={styles.section} aria-labelledby="summary">
      <div className={styles.heading}>
        <h2 id="summary">{t("title")}</h2>
        <p>{t("note")}</p>
      </div>
      <ScrollRegion label={t("table")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("cohort")}</th>
              <th scope="col">{t("enrolledColumn")}</th>
              {first.scored.map(({ timepoint }) => (
                <th key={timepoint} scope="col">
                  {timepoint}
                </th>
              ))}
              <th scope="col">{t("latest")}</th>
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <tr key={cohort.cohortId}>
                <th scope="row">{cohort.cohort}</th>
                <td>
                  <CountValue count={cohort.enrolled} />
                </td>
                {cohort.scored.map(({ timepoint, people }) => (
                  <td key={timepoint}>{people ? <CountValue count={people} /> : t("none")}</td>
                ))}
                <td>
                  <Latest latest={cohort.latest} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={styles.where}>{t("scoredNote")}</p>
    </section>
  );
}

function Latest({ latest }: { readonly latest: Cohort["latest"] }): React.JSX.Element {
  const t = useTranslations("home.summary");
  if (latest === null) return <>{t("noLatest")}</>;
  const { better, worse, unclear } = latest.directions;
  return <>{t("at", { timepoint: latest.timepoint, text: t("directions", { better, worse, unclear }) })}</>;
}
