"use client";

import { Button } from "@alongside/ui/primitives/button";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { Notice } from "@alongside/ui/primitives/notice";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { FieldGroup, SelectField } from "@/features/file-import/fields";
import shared from "@/features/file-import/file-import.module.css";
import type { Reading } from "@/features/file-import/file-import-views";
import { ProblemTable } from "@/features/file-import/problem-table";
import { ReadingFields } from "@/features/file-import/reading-fields";
import { useApi } from "@/trpc/client";
import type { ImportDetail, ImportIds, Mapping } from "./laboratory-import-views";
import { MappingForm } from "./mapping-form";

/** How the file is cut into cells: of a text file encoding and separator, of a workbook the sheet. */
interface Cut extends Reading {
  readonly sheet: string | null;
}

/** The way the laboratory's files were cut before; else what is found out. */
function cutOf(mapping: Mapping | null): Cut {
  return {
    encoding: mapping?.encoding ?? "auto",
    delimiter: mapping?.delimiter ?? "auto",
    sheet: mapping?.sheet ?? null,
  };
}

/** Saying what the columns of a laboratory's files mean, with the first rows in sight. Remembered for its next file. */
export function MappingStep(props: {
  readonly ids: ImportIds;
  readonly view: ImportDetail;
  /** The mapping is as it was saved; the check can begin. */
  readonly onSaved: () => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.columns");
  const api = useApi().laboratoryImport;
  const { ids, view } = props;
  const [chosen, setCut] = useState<Cut | null>(null);
  const laboratories = useQuery(api.listLaboratories.queryOptions({ programmeId: ids.programmeId }));
  const known = laboratories.data?.find(({ laboratoryId }) => laboratoryId === view.laboratoryId)?.mapping ?? null;
  const cut = chosen ?? cutOf(known);
  const suggestion = useQuery(
    api.suggestMapping.queryOptions(
      { ...ids, ...cut },
      { staleTime: 0, placeholderData: keepPreviousData, enabled: !laboratories.isPending },
    ),
  );
  const save = useMutation(api.saveMapping.mutationOptions({ onSuccess: props.onSaved }));
  const { data } = suggestion;
  if (!data) {
    return suggestion.error ? <FailureNotice error={suggestion.error} /> : <LoadingState label={t("reading")} />;
  }
  if (data.kind === "refused") {
    const { problems } = data;
    return (
      <section className={shared.section}>
        <Notice tone="caution" title={t("refused")}>
          <p>{t("refusedText")}</p>
        </Notice>
        <ProblemTable report={{ problems: [...problems], problemCounts: [{ rule: "", count: problems.length }] }} />
        <ReadingFields reading={cut} onChange={(reading) => setCut({ ...cut, ...reading })} />
        {cut.sheet === null ? null : (
          <p className={shared.actions}>
            <Button onClick={() => setCut({ ...cut, sheet: null })}>{t("firstSheet")}</Button>
          </p>
        )}
      </section>
    );
  }
  const cutFields =
    data.file === "csv" ? (
      <ReadingFields reading={cut} onChange={(reading) => setCut({ ...cut, ...reading })} />
    ) : data.sheets.length > 1 ? (
      <FieldGroup legend={t("workbook")}>
        <SelectField
          label={t("sheet")}
          value={data.sheet}
          options={data.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => setCut({ ...cut, sheet })}
        />
      </FieldGroup>
    ) : null;
  return (
    <MappingForm
      // Another encoding, separator or sheet gives other columns, so what was said of the old ones means nothing.
      key={`${data.encoding} ${data.delimiter} ${data.sheet} ${data.version}`}
      suggestion={data}
      findings={view.findings}
      laboratoryName={view.laboratoryName}
      cutFields={cutFields}
      busy={save.isPending}
      error={save.error}
      onSubmit={(mapping) => {
        save.mutate({
          ...{ programmeId: ids.programmeId, laboratoryId: view.laboratoryId },
          ...{ basedOn: data.version, mapping: { ...mapping, ...cut } },
        });
      }}
    />
  );
}
