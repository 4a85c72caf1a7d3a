import { PageHeader } from "@alongside/ui/primitives/page-header";
import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecideForm } from "@/features/report/decide-form";
import { publishedHref } from "@/features/report/published-address";
import { PublishedFacts } from "@/features/report/published-facts";
import { ReportFiles } from "@/features/report/report-files";
import { ReportPaper } from "@/features/report/report-paper";
import styles from "@/features/report/report-screen.module.css";
import { RunningTitle } from "@/features/report/running-title";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report"))("published.title") };
}

export default async function PublishedReportPage({
  params,
}: {
  readonly params: Promise<{ readonly programme: string; readonly report: string }>;
}) {
  const { programme: slug, report: reportId } = await params;
  const { programme } = await requireProgramme(slug, "report.read");
  const programmeId = programme.id;
  const api = await serverApi();
  const [t, opened, reports] = await Promise.all([
    getTranslations("report.published"),
    api.report.open({ programmeId, reportId }).catch(missing),
    api.report.list({ programmeId }),
  ]);
  const one = reports.find((listed) => listed.reportId === reportId);
  const base = `/p/${programme.slug}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        eyebrow={
          <Link href={publishedHref(base)} prefetch={false}>
            {t("title")}
          </Link>
        }
      />
      <ClientMessages namespaces={["report"]}>
        <div className={styles.controls}>
          {one === undefined ? null : <PublishedFacts one={one} />}
          {one?.mayDecide ? <DecideForm programmeId={programmeId} reportId={reportId} /> : null}
          <ReportFiles
            action={`${base}/report/file`}
            fields={{ published: reportId }}
            mayExport={programme.verbs.includes("report.export")}
          />
        </div>
        <RunningTitle document={opened.document} />
      </ClientMessages>
      <ReportPaper document={opened.document} />
    </>
  );
}

/** What is not there, or not theirs, is not found; the rest is an error. */
function missing(error: unknown): never {
  if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) notFound();
  throw error;
}
