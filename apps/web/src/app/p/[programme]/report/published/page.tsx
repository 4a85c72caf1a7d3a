import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PublishedList } from "@/features/report/published-list";
import { ScheduleList } from "@/features/report/schedule-list";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report"))("published.title") };
}

export default async function PublishedPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "report.read");
  const api = await serverApi();
  const [t, reports, schedules] = await Promise.all([
    getTranslations("report.published"),
    api.report.list({ programmeId: programme.id }),
    api.report.schedules({ programmeId: programme.id }),
  ]);
  const base = `/p/${programme.slug}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <Link href={`${base}/report`} prefetch={false}>
            {t("back")}
          </Link>
        }
      />
      <PublishedList base={base} reports={reports} />
      <ClientMessages namespaces={["report"]}>
        <ScheduleList programmeId={programme.id} schedules={schedules} />
      </ClientMessages>
    </>
  );
}
