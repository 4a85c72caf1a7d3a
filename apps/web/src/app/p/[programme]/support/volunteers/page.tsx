import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SupportTabs } from "@/features/support/support-tabs";
import { VolunteersScreen } from "@/features/support/volunteers-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("support"))("volunteers.title") };
}

export default async function VolunteersPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "volunteer.list");
  const api = await serverApi();
  const about = { programmeId: programme.id };
  const [t, plan, volunteers] = await Promise.all([
    getTranslations("support.volunteers"),
    api.programme.read(about),
    api.volunteer.list(about),
  ]);
  return (
    <ClientMessages namespaces={["support", "participants"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <SupportTabs base={`/p/${programme.slug}`} current="volunteers" />
      <VolunteersScreen
        programmeId={programme.id}
        volunteers={volunteers}
        sites={plan.sites.filter(({ active }) => active)}
        today={todayIn(plan.timeZone, new Date())}
        maySave={programme.verbs.includes("volunteer.save")}
      />
    </ClientMessages>
  );
}
