import { PageHeader } from "@alongside/ui/primitives/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/features/study-import/import-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { apiOptions, pageQueryClient } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("studyImport");
  return { title: t("title") };
}

export default async function ImportPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const [{ programme: slug }, t] = await Promise.all([params, getTranslations("studyImport")]);
  const { programme } = await requireProgramme(slug, "study-import.run");
  const queries = pageQueryClient();
  const programmeId = programme.id;
  await Promise.all([
    queries.prefetchQuery(apiOptions.studyImport.list.queryOptions({ programmeId })),
    queries.prefetchQuery(apiOptions.studyImport.listExamples.queryOptions({ programmeId })),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["studyImport"]}>
        <HydrationBoundary state={dehydrate(queries)}>
          <ImportScreen
            programmeId={programmeId}
            base={`/p/${programme.slug}`}
            destination={{ name: programme.name, dataLabel: programme.dataLabel }}
          />
        </HydrationBoundary>
      </ClientMessages>
    </>
  );
}
