"use client";

import { Button } from "@alongside/ui/primitives/button";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import shared from "@/features/file-import/file-import.module.css";
import { useApi } from "@/trpc/client";
import styles from "./study-import.module.css";
import type { ExampleView } from "./study-import-views";

/** Published studies, each opened as a programme of its own, away from this one's data. */
export function ExampleCards({ programmeId }: { readonly programmeId: string }): React.JSX.Element {
  const t = useTranslations("studyImport.examples");
  const api = useApi();
  const { data, error } = useQuery(api.studyImport.listExamples.queryOptions({ programmeId }));
  const load = useMutation(
    api.studyImport.loadExample.mutationOptions({
      // A full page load: the frame has to learn of the new programme.
      onSuccess: ({ slug }) => window.location.assign(`/p/${slug}/change`),
    }),
  );
  const opening = load.isPending || load.isSuccess ? load.variables?.slug : undefined;
  return (
    <section className={shared.section} aria-labelledby="examples">
      <h2 id="examples">{t("title")}</h2>
      <p className={shared.lead}>{t("lead")}</p>
      {load.error ? <FailureNotice error={load.error} /> : null}
      {error ? <FailureNotice error={error} /> : null}
      {data === undefined && !error ? <LoadingState label={t("loading")} blocks={1} /> : null}
      <ul className={styles.cards}>
        {(data ?? []).map((study) => (
          <ExampleCard
            key={study.slug}
            study={study}
            opening={opening === study.slug}
            disabled={opening !== undefined}
            onOpen={() => load.mutate({ programmeId, slug: study.slug })}
          />
        ))}
      </ul>
    </section>
  );
}

function ExampleCard(props: {
  readonly study: ExampleView;
  readonly opening: boolean;
  readonly disabled: boolean;
  readonly onOpen: () => void;
}): React.JSX.Element {
  const t = useTranslations("studyImport.examples");
  const language = useLocale() === "zh" ? "zh" : "en";
  const { study } = props;
  const { citation, doi, packageObject, licence } = study.provenance;
  return (
    <li className={styles.card}>
      <h3>{study.title[language]}</h3>
      <p>{study.summary[language]}</p>
      <p>
        {t("size", {
          participants: study.participants,
          measures: study.measures,
          timepoints: study.timepoints,
        })}
      </p>
      <p className={shared.small} lang="en">
        {citation}
        {doi ? ` doi:${doi}` : null}
      </p>
      <p className={shared.small}>{t("source", { packageObject, licence })}</p>
      <Button
        kind="primary"
        disabled={props.disabled}
        onClick={props.onOpen}
        aria-describedby={`example-${study.slug}`}
      >
        {props.opening ? t("opening") : t("open")}
        <span id={`example-${study.slug}`} className="visually-hidden">
          {study.title[language]}
        </span>
      </Button>
    </li>
  );
}
