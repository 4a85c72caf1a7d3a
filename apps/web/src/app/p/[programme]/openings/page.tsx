import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpeningsList } from "@/features/openings/openings-list";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openings"))("title") };
}

export default async function OpeningsPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "break-glass.review");
  const [t, openings] = await Promise.all([
    getTranslations("openings"),
    serverApi().then((api) => api.breakGlass.list({ programmeId: programme.id })),
  ]);
  return (
    <ClientMessages namespaces={["openings"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <OpeningsList programmeId={programme.id} openings={openings} />
    </ClientMessages>
  );
}
