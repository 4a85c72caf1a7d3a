import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportSteps } from "@/features/laboratory-import/import-steps";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { apiOptions, pageQueryClient } from "@/trpc/server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("laboratoryImport"))("title") };
}

export default async function LaboratoryImportStepsPage(props: {
  readonly params: Promise<{ readonly programme: string; readonly importId: string }>;
}) {
  const { programme: slug, importId } = await props.params;
  const { programme } = await requireProgramme(slug, "laboratory-import.send");
  if (!UUID.test(importId)) notFound();
  const queries = pageQueryClient();
  const programmeId = programme.id;
  await queries.prefetchQuery(apiOptions.laboratoryImport.read.queryOptions({ programmeId, importId }));
  return (
    <ClientMessages namespaces={["laboratory", "laboratoryImport", "fileImport", "importProblem"]}>
      <HydrationBoundary state={dehydrate(queries)}>
        <ImportSteps place={{ programmeId, base: `/p/${programme.slug}` }} importId={importId} />
      </HydrationBoundary>
    </ClientMessages>
  );
}
