import { elementAddress } from "@alongside/domain/framework/address";
import { ELEMENTS } from "@alongside/domain/framework/registry";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addressOf } from "@/features/change/change-query";
import { ChangeScreen } from "@/features/change/change-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { apiOptions, pageQueryClient } from "@/trpc/server";

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
  const [{ programme: slug }, parameters, t] = await Promise.all([params, searchParams, getTranslations("change")]);
  const { programme } = await requireProgramme(slug, "change.read");
  const { site } = addressOf({ get: (name) => [parameters[name] ?? null].flat()[0] ?? null });
  const queries = pageQueryClient();
  await queries.prefetchQuery(
    apiOptions.change.read.queryOptions({ programmeId: programme.id, ...(site === null ? {} : { siteId: site }) }),
  );
  const base = `/p/${programme.slug}`;
  const place = { programmeId: programme.id, base, verbs: programme.verbs, elements: outcomeLinks(base) };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["change"]}>
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
