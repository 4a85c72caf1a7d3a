import { NO_TEXTS } from "@alongside/domain/report/report-request";
import { buttonClass } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { publishedHref } from "@/features/report/published-address";
import { reportAddress } from "@/features/report/report-address";
import { ReportScreen } from "@/features/report/report-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { apiOptions, pageQueryClient } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report"))("title") };
}

export default async function ReportPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Record<string, string | readonly string[] | undefined>>;
}) {
  const [{ programme: slug }, parameters, t, locale] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("report"),
    getLocale(),
  ]);
  const { programme } = await requireProgramme(slug, "report.read");
  const entries = Object.entries(parameters).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const address = reportAddress(new URLSearchParams(entries), locale);
  const queries = pageQueryClient();
  await queries.prefetchQuery(
    apiOptions.report.make.queryOptions({ programmeId: programme.id, ...address, texts: NO_TEXTS }),
  );
  const base = `/p/${programme.slug}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <Link href={`${base}/change`} prefetch={false}>
            {t("back")}
          </Link>
        }
        actions={
          <Link href={publishedHref(base)} className={buttonClass({ kind: "quiet" })} prefetch={false}>
            {t("published.title")}
          </Link>
        }
      />
      <ClientMessages namespaces={["report"]}>
        <HydrationBoundary state={dehydrate(queries)}>
          <ReportScreen place={{ programmeId: programme.id, base, verbs: programme.verbs }} />
        </HydrationBoundary>
      </ClientMessages>
    </>
  );
}
