"use client";

import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { LaboratoryTabs } from "@/features/laboratory/laboratory-tabs";
import { useApi } from "@/trpc/client";
import { ImportList } from "./import-list";
import { LaboratoryChoice } from "./laboratory-choice";
import type { LaboratoryPlace } from "./laboratory-import-views";
import { SendForm } from "./send-form";

/** Where an import begins: whose file it is, the file, and what came before. */
export function ImportScreen({ place }: { readonly place: LaboratoryPlace }): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const api = useApi();
  const { programmeId } = place;
  const laboratories = useQuery(api.laboratoryImport.listLaboratories.queryOptions({ programmeId }));
  const [chosen, setChosen] = useState<string | null>(null);
  const open = (laboratories.data ?? []).filter(({ active }) => active);
  const [only, ...others] = open;
  const laboratory =
    open.find(({ laboratoryId }) => laboratoryId === chosen) ?? (others.length === 0 ? only : undefined);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <LaboratoryTabs base={place.base} current="import" />
      {laboratories.error ? <FailureNotice error={laboratories.error} /> : null}
      {laboratories.isPending ? <LoadingState label={t("loading")} blocks={2} /> : null}
      {laboratories.data ? (
        <>
          <LaboratoryChoice
            programmeId={programmeId}
            laboratories={open}
            chosen={laboratory ?? null}
            onChoose={setChosen}
          />
          {laboratory ? <SendForm key={laboratory.laboratoryId} place={place} laboratory={laboratory} /> : null}
        </>
      ) : null}
      <ImportList place={place} />
    </>
  );
}
