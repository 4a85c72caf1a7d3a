import { elementAddress } from "@alongside/domain/framework/address";
import { ELEMENTS } from "@alongside/domain/framework/registry";
import { buttonClass } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { comparisonsOf, standingsOf } from "@/features/analysis-plan/standings";
import { addressOf, changeQuery } from "@/features/change/change-query";
import { ChangeScreen } from "@/features/change/change-screen";
import { definitionsHref } from "@/features/cohort-definition/definition-address";
import { reportAddress, reportHref } from "@/features/report/report-address";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { apiOptions, pageQueryClient, serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("change");
  return { title: t("title") };
}

export default async function ChangePage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Record<string, string | readonly string[] | undefined>>;
}) {
  const [{ programme: slug }, parameters, t, results, release, report, snapshots, retention, locale] =
    await Promise.all([
      params,
      searchParams,
      getTranslations("change"),
      getTranslations("results"),
      getTranslations("release"),
      getTranslations("report"),
      getTranslations("snapshot"),
      getTranslations("retention"),
      getLocale(),
    ]);
  const { programme } = await requireProgramme(slug, "change.read");
  const address = addressOf(
    new URLSearchParams(
      Object.entries(parameters).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
    ),
  );
  const isOfArms = address.cohorts.length === 0;
  const queries = pageQueryClient();
  const mayReadPlan = programme.verbs.includes("analysis-plan.list");
  // Asked beforehand: what this very page shows for the first time was planned before it was seen, or it was not.
  const planned = mayReadPlan ? await (await serverApi()).analysisPlan.list({ programmeId: programme.id }) : null;
  await queries.prefetchQuery(apiOptions.change.read.queryOptions(changeQuery(programme.id, address)));
  const base = `/p/${programme.slug}`;
  const place = {
    ...{ programmeId: programme.id, base, verbs: programme.verbs, elements: outcomeLinks(base) },
    // A plan is about arms: of cohorts that somebody defined afterwards it says nothing.
    standings: planned === null || !isOfArms ? null : standingsOf(planned),
    comparisons: planned === null || !isOfArms ? {} : comparisonsOf(planned),
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {programme.verbs.includes("suppression.read") ? (
              <Link href={`${base}/change/results`} className={buttonClass()} prefetch={false}>
                {results("link")}
              </Link>
            ) : null}
            {programme.verbs.includes("outcome.read") ? (
              <Link href={`${base}/change/retention`} className={buttonClass()} prefetch={false}>
                {retention("link")}
              </Link>
            ) : null}
            {programme.verbs.includes("release.list") ? (
              <Link href={`${base}/releases`} className={buttonClass({ kind: "quiet" })} prefetch={false}>
                {release("title")}
              </Link>
            ) : null}
            {programme.verbs.includes("report.read") ? (
              <Link
                href={reportHref(base, {
                  ...reportAddress(new URLSearchParams(), locale),
                  ...(address.at === null ? {} : { timepointCode: address.at }),
                  ...(isOfArms ? {} : { definitionIds: [...address.cohorts] }),
                  ...(address.snapshot === null ? {} : { snapshotId: address.snapshot }),
                })}
                className={buttonClass({ kind: "quiet" })}
                prefetch={false}
              >
                {report("link")}
              </Link>
            ) : null}
            {programme.verbs.includes("snapshot.read") ? (
              <Link href={`${base}/snapshots`} className={buttonClass({ kind: "quiet" })} prefetch={false}>
                {snapshots("title")}
              </Link>
            ) : null}
            {programme.verbs.includes("cohort-definition.read") ? (
              <Link href={definitionsHref(base)} className={buttonClass({ kind: "quiet" })} prefetch={false}>
                {t("defined.link")}
              </Link>
            ) : null}
            {mayReadPlan ? (
              <Link href={`${base}/plan`} className={buttonClass({ kind: "quiet" })} prefetch={false}>
                {t("standing.link")}
              </Link>
            ) : null}
          </>
        }
      />
      <ClientMessages namespaces={["change", "chartFiles", "glance", "released", "snapshot", "steppedBack"]}>
        <HydrationBoundary state={dehydrate(queries)}>
          <ChangeScreen place={place} />
        </HydrationBoundary>
      </ClientMessages>
    </>
  );
}

/** Names and addresses of the outcomes, so that the browser need not carry the whole framework. */
function outcomeLinks(base: string) {
  return Object.fromEntries(
    ELEMENTS.filter((element) => element.code.startsWith("outcome.")).map(({ code, label }) => [
      code,
      { label: { en: label.en, zh: label.zh }, href: `${base}/framework/${elementAddress(code)}` },
    ]),
  );
}
