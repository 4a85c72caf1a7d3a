import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EnrolForm } from "@/features/participants/enrol-form";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participants"))("enrol.title") };
}

export default async function EnrolPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "participant.enrol");
  const api = await serverApi();
  const about = { programmeId: programme.id };
  const [t, plan, identity] = await Promise.all([
    getTranslations("participants.enrol"),
    api.programme.read(about),
    api.identitySettings.read(about),
  ]);
  const base = `/p/${programme.slug}`;
  const sites = plan.sites.filter((site) => site.active);
  const cohorts = plan.cohorts.filter((cohort) => cohort.active);
  return (
    <ClientMessages namespaces={["participants", "characteristics"]}>
      <PageHeader
        eyebrow={
          <Link href={`${base}/participants`} prefetch={false}>
            {t("back")}
          </Link>
        }
        title={t("title")}
        lead={t("lead")}
      />
      {sites.length === 0 || cohorts.length === 0 ? (
        <EmptyState title={t("noSites")} />
      ) : (
        <EnrolForm
          base={base}
          programmeId={programme.id}
          sites={sites}
          cohorts={cohorts}
          recipe={identity.available ? identity.duplicateRecipe : "none"}
          recorded={identity.characteristics}
          today={todayIn(plan.timeZone, new Date())}
        />
      )}
    </ClientMessages>
  );
}
