import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/features/laboratory-import/import-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { apiOptions, pageQueryClient } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("laboratoryImport"))("title") };
}

export default async function LaboratoryImportPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
}) {
  const { programme } = await requireProgramme((await props.params).programme, "laboratory-import.send");
  const queries = pageQueryClient();
  const programmeId = programme.id;
  await Promise.all([
    queries.prefetchQuery(apiOptions.laboratoryImport.listLaboratories.queryOptions({ programmeId })),
    queries.prefetchQuery(apiOptions.laboratoryImport.list.queryOptions({ programmeId, laboratoryId: null })),
  ]);
  return (
    <ClientMessages namespaces={["laboratory", "laboratoryImport"]}>
      <HydrationBoundary state={dehydrate(queries)}>
        <ImportScreen place={{ programmeId, base: `/p/${programme.slug}` }} />
      </HydrationBoundary>
    </ClientMessages>
  );
}
