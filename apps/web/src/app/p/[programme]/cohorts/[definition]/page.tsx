import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { definitionsHref } from "@/features/cohort-definition/definition-address";
import { DefinitionForm } from "@/features/cohort-definition/definition-form";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohortDefinition"))("title") };
}

export default async function CohortPage({
  params,
}: {
  readonly params: Promise<{ readonly programme: string; readonly definition: string }>;
}) {
  const { programme: slug, definition: definitionId } = await params;
  const { programme } = await requireProgramme(slug, "cohort-definition.read");
  const programmeId = programme.id;
  const [t, api] = await Promise.all([getTranslations("cohortDefinition"), serverApi()]);
  const { definitions, choices } = await api.cohortDefinition.list({ programmeId });
  const before = definitions.find((one) => one.definitionId === definitionId);
  if (before === undefined) notFound();
  const base = `/p/${programme.slug}`;
  return (
    <ClientMessages namespaces={["cohortDefinition", "participants", "characteristics"]}>
      <PageHeader
        title={before.name}
        lead={t("form.lead")}
        eyebrow={
          <Link href={definitionsHref(base)} prefetch={false}>
            {t("title")}
          </Link>
        }
      />
      <DefinitionForm
        {...{ base, programmeId, definitionId, before, choices }}
        maySave={programme.verbs.includes("cohort-definition.save")}
      />
    </ClientMessages>
  );
}
