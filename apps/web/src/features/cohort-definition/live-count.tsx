"use client";

import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import styles from "./cohort-definition.module.css";
import { useCountWords } from "./use-count-words";

/** How many people the criteria take as they stand, counted anew with every change. */
export function LiveCount(props: {
  readonly programmeId: string;
  /** Null while something in the form is no criterion yet: what was counted last stays in sight. */
  readonly criteria: CohortCriteria | null;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition.count");
  const count = useCountWords();
  const criteria = useDeferredValue(props.criteria);
  const { data, error, isFetching } = useQuery(
    useApi().cohortDefinition.count.queryOptions(
      { programmeId: props.programmeId, cohorts: [criteria ?? {}] },
      { enabled: criteria !== null, placeholderData: keepPreviousData },
    ),
  );
  return (
    <section className={styles.count} aria-labelledby="count-title" aria-busy={isFetching}>
      <h2 id="count-title">{t("title")}</h2>
      {error ? <FailureNotice error={error} /> : null}
      <div role="status">
        {data?.kind === "counted" ? (
          <p className={styles.number}>{t("people", { people: count(data.sizes[0]), all: count(data.enrolled) })}</p>
        ) : null}
        {data?.kind === "not-counted" ? <p>{t("notCounted")}</p> : null}
        {data === undefined && !error ? <p>{t("counting")}</p> : null}
      </div>
      <p className={styles.hint}>{props.criteria === null ? t("unfinished") : t("steppedBack")}</p>
    </section>
  );
}
