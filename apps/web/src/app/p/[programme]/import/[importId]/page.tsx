import { OUTCOME_DOMAINS } from "@alongside/domain/outcomes/domains";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportSteps } from "@/features/study-import/import-steps";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { apiOptions, pageQueryClient } from "@/trpc/server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("studyImport");
  return { title: t("title") };
}

export default async function ImportStepsPage({
  params,
}: {
  readonly params: Promise<{ readonly programme: string; readonly importId: string }>;
}) {
  const [{ programme: slug, importId }, language] = await Promise.all([params, getLocale()]);
  const { programme } = await requireProgramme(slug, "study-import.run");
  if (!UUID.test(importId)) notFound();
  const queries = pageQueryClient();
  const programmeId = programme.id;
  await queries.prefetchQuery(apiOptions.studyImport.read.queryOptions({ programmeId, importId }));
  const domains = OUTCOME_DOMAINS.elements
    .filter((element) => element.kind === "outcome-domain")
    .map(({ code, label }) => ({ code, label: language === "zh" ? label.zh : label.en }));
  const place = { programmeId, base: `/p/${programme.slug}`, domains };
  return (
    <ClientMessages namespaces={["studyImport", "fileImport", "importProblem", "importNote", "importMappingFault"]}>
      <HydrationBoundary state={dehydrate(queries)}>
        <ImportSteps place={place} importId={importId} />
      </HydrationBoundary>
    </ClientMessages>
  );
}
