import { buttonClass } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { chosenDefinitions, definitionHref } from "@/features/cohort-definition/definition-address";
import { DefinitionList } from "@/features/cohort-definition/definition-list";
import { OverlapTable } from "@/features/cohort-definition/overlap-table";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohortDefinition"))("title") };
}

export default async function CohortsPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<{ readonly cohort?: string | readonly string[] }>;
}) {
  const { programme } = await requireProgramme((await props.params).programme, "cohort-definition.read");
  const chosen = chosenDefinitions([(await props.searchParams).cohort ?? []].flat());
  const [t, api] = await Promise.all([getTranslations("cohortDefinition"), serverApi()]);
  const programmeId = programme.id;
  const definitions = await api.cohortDefinition.list({ programmeId });
  const compared = definitions.definitions.filter(({ definitionId }) => chosen.includes(definitionId));
  const base = `/p/${programme.slug}`;
  return (
    <ClientMessages>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <Link href={`${base}/change`} prefetch={false}>
            {t("back")}
          </Link>
        }
        actions={
          programme.verbs.includes("cohort-definition.save") ? (
            <Link href={definitionHref(base)} className={buttonClass({ kind: "primary" })} prefetch={false}>
              {t("define")}
            </Link>
          ) : null
        }
      />
      <DefinitionList base={base} definitions={definitions} chosen={chosen} />
      {compared.length > 0 ? (
        <OverlapTable
          names={compared.map(({ name }) => name)}
          counted={
            await api.cohortDefinition.count({
              programmeId,
              cohorts: compared.map(({ criteria }) => criteria),
            })
          }
        />
      ) : null}
    </ClientMessages>
  );
}
