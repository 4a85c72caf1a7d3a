"use client";

import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import type { ChangePlace, MeasureChange, ShownCohort, Timepoint } from "./change-view";
import { LazyDetails } from "./lazy-details";
import styles from "./missing-people.module.css";
import { useCountText } from "./shown-values";

/** Who is not among the pairs, asked for only when somebody opens it. */
export function MissingPeople(props: {
  readonly place: ChangePlace;
  readonly measure: MeasureChange;
  readonly cohorts: readonly ShownCohort[];
  readonly at: Timepoint;
  readonly siteId: string | null;
}): React.JSX.Element {
  const t = useTranslations("change.missing");
  return (
    <LazyDetails className={styles.missing} label={t("title")}>
      <div className={styles.cohorts}>
        {props.cohorts.map((cohort) => (
          <section key={cohort.cohort.cohortId}>
            <h4>{cohort.name}</h4>
            <MissingOfCohort {...props} cohortId={cohort.cohort.cohortId} />
          </section>
        ))}
      </div>
    </LazyDetails>
  );
}

function MissingOfCohort(props: {
  readonly place: ChangePlace;
  readonly measure: MeasureChange;
  readonly cohortId: string;
  readonly at: Timepoint;
  readonly siteId: string | null;
}): React.JSX.Element {
  const t = useTranslations("change.missing");
  const countText = useCountText();
  const api = useApi();
  const { place, measure, cohortId, at, siteId } = props;
  const { data, error } = useQuery(
    api.change.listMissing.queryOptions({
      programmeId: place.programmeId,
      cohortId,
      timepointId: at.id,
      measure: measure.description.measure,
      ...(siteId === null ? {} : { siteId }),
    }),
  );
  if (!data) return error ? <FailureNotice error={error} /> : <LoadingState label={t("loading")} blocks={1} />;
  if (data.kind === "not-asked") return <p>{t("notAsked", { timepoint: at.label })}</p>;
  if (data.kind === "counts") {
    const { withoutBaseline, lost, unscored } = data;
    return (
      <>
        <p>
          {t("counts", {
            withoutBaseline: countText(withoutBaseline),
            lost: countText(lost),
            unscored: countText(unscored),
          })}
        </p>
        <p>{t("countsOnly")}</p>
      </>
    );
  }
  if (data.people.length === 0) return <p>{t("nobody")}</p>;
  return (
    <>
      <ul className={styles.people}>
        {data.people.map(({ participantId, code, reason }) => (
          <li key={participantId}>
            <Link href={`${place.base}/participants/${participantId}`} prefetch={false}>
              {code}
            </Link>{" "}
            <span>{t(`reason.${reason}`, { timepoint: at.label })}</span>
          </li>
        ))}
      </ul>
      {data.more ? <p>{t("more", { count: data.people.length })}</p> : null}
    </>
  );
}
