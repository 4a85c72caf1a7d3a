"use client";

import type { ReleaseDays, ReleaseDestination } from "@alongside/domain/release/release";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import settings from "@/features/settings/settings.module.css";
import { useApi } from "@/trpc/client";
import { AnonymityReport } from "./anonymity-report";
import styles from "./releases.module.css";

export interface ScoresPlace {
  /** Sites that may be looked at by themselves. */
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}

/** How the table of scores is made coarser, and how alike its people are then. */
export function ScoresPart(props: {
  readonly programmeId: string;
  readonly snapshotId: string | null;
  readonly sites: ScoresPlace["sites"];
  readonly destination: ReleaseDestination;
  readonly days: ReleaseDays;
  readonly onDays: (days: ReleaseDays) => void;
}): React.JSX.Element {
  const { programmeId, snapshotId, destination, days } = props;
  const t = useTranslations("release.form");
  const [mergeSites, setMergeSites] = useState(true);
  const [siteId, setSiteId] = useState("");
  const asked = {
    ...{ programmeId, destination, days, mergeSites },
    ...(siteId === "" ? {} : { siteId }),
    ...(snapshotId === null ? {} : { snapshotId }),
  };
  const preview = useQuery({
    ...useApi().release.preview.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  const mayChoose = preview.data?.seesPeople === true;
  const notExported = preview.data?.notExported;
  return (
    <>
      {props.sites.length > 1 ? (
        <label className={settings.field}>
          <span>{t("site")}</span>
          <select name="site" value={siteId} onChange={(event) => setSiteId(event.target.value)}>
            <option value="">{t("allSites")}</option>
            {props.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className={settings.choice}>
        <input
          type="checkbox"
          name="merge"
          checked={mergeSites}
          onChange={(event) => setMergeSites(event.target.checked)}
        />
        <span>
          {t("merge")}
          {preview.data && !mayChoose ? <small className={styles.hint}>{t("mergeAlways")}</small> : null}
        </span>
      </label>
      <label className={settings.field}>
        <span>{t("days")}</span>
        <select
          name="days"
          value={days}
          onChange={(event) => props.onDays(event.target.value === "calendar" ? "calendar" : "offset")}
        >
          <option value="offset">{t("offset")}</option>
          {mayChoose && destination === "inside" ? <option value="calendar">{t("calendar")}</option> : null}
        </select>
        <small>{t("daysHint")}</small>
      </label>
      <section className={styles.preview} aria-live="polite" aria-busy={preview.isFetching}>
        <h2>{t("preview")}</h2>
        {preview.error ? <FailureNotice error={preview.error} /> : null}
        {preview.isPending ? <p>{t("working")}</p> : null}
        {preview.data && !preview.error ? (
          <>
            <AnonymityReport report={preview.data.report} rows={preview.data.rows} />
            {notExported === undefined || (notExported.kind === "exact" && notExported.n === 0) ? null : (
              <p className={styles.quiet}>
                {notExported.kind === "exact"
                  ? t("notExported", { n: notExported.n })
                  : t("notExportedFew", {
                      below: notExported.kind === "hidden" ? notExported.below : notExported.high,
                    })}
              </p>
            )}
          </>
        ) : null}
      </section>
    </>
  );
}
