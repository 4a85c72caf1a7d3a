"use client";

import { Button } from "@alongside/ui/primitives/button";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { Notice } from "@alongside/ui/primitives/notice";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import styles from "@/features/file-import/file-import.module.css";
import type { Reading } from "@/features/file-import/file-import-views";
import { ProblemTable } from "@/features/file-import/problem-table";
import { ReadingFields } from "@/features/file-import/reading-fields";
import { useApi } from "@/trpc/client";
import { ColumnsEditor } from "./columns-editor";
import { FilePreview } from "./file-preview";
import { draftOf, emptyDraft, type MappingDraft, mappingOf } from "./mapping-draft";
import { MappingFaults } from "./mapping-faults";
import { ParticipantParts } from "./participant-parts";
import type { ImportPlace, ImportView } from "./study-import-views";
import { SuggestionNotes } from "./suggestion-notes";

/** Saying what the columns of a file mean, with its first rows in sight. Ends in a dry run over the whole file. */
export function MappingStep(props: {
  readonly place: ImportPlace;
  readonly view: ImportView;
  readonly onChecked: () => void;
}): React.JSX.Element {
  const t = useTranslations("studyImport.columns");
  const api = useApi();
  const { place, view } = props;
  const [reading, setReading] = useState<Reading>({
    encoding: view.mapping?.encoding ?? "auto",
    delimiter: view.mapping?.delimiter ?? "auto",
  });
  const [edited, setEdited] = useState<MappingDraft | null>(view.mapping ? draftOf(view.mapping) : null);
  const ids = { programmeId: place.programmeId, importId: view.id };
  const suggestion = useQuery(
    api.studyImport.suggest.queryOptions({ ...ids, ...reading }, { placeholderData: keepPreviousData }),
  );
  const check = useMutation(api.studyImport.check.mutationOptions({ onSuccess: props.onChecked }));
  const { data } = suggestion;
  if (!data) {
    return suggestion.error ? <FailureNotice error={suggestion.error} /> : <LoadingState label={t("reading")} />;
  }
  const reread = (next: Reading): void => {
    setReading(next);
    // Another encoding or delimiter gives other columns, so what was said of the old ones means nothing.
    setEdited(null);
  };
  if (data.kind === "refused") {
    return (
      <section className={styles.section}>
        <Notice tone="caution" title={t("refused")}>
          <p>{t("refusedText")}</p>
        </Notice>
        <ProblemTable
          report={{ problems: data.problems, problemCounts: [{ rule: "", count: data.problems.length }] }}
        />
        <ReadingFields reading={reading} onChange={reread} />
      </section>
    );
  }
  const suggested = data.mapping ? draftOf(data.mapping) : emptyDraft(data.columns[0]?.name ?? "");
  const draft = { ...(edited ?? suggested), ...reading };
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate({ ...ids, mapping: mappingOf(draft) });
      }}
    >
      <p className={styles.lead}>{t("lead")}</p>
      <FilePreview suggestion={data} draft={draft} />
      <ReadingFields reading={reading} onChange={reread} />
      {edited === null || view.mapping === null ? <SuggestionNotes notes={data.notes} /> : null}
      <ColumnsEditor suggestion={data} draft={draft} onChange={setEdited} />
      <ParticipantParts place={place} draft={draft} plan={data.plan} onChange={setEdited} />
      {check.error ? <MappingFaults error={check.error} /> : null}
      <p className={styles.actions}>
        <Button kind="primary" type="submit" disabled={check.isPending}>
          {check.isPending ? t("checking") : t("check")}
        </Button>
      </p>
    </form>
  );
}
