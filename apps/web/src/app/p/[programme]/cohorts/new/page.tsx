import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { uuidv7 } from "uuidv7";
import { definitionsHref } from "@/features/cohort-definition/definition-address";
import { DefinitionForm } from "@/features/cohort-definition/definition-form";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohortDefinition"))("form.title") };
}

export default async function NewCohortPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "cohort-definition.save");
  const programmeId = programme.id;
  const [t, api] = await Promise.all([getTranslations("cohortDefinition"), serverApi()]);
  const { choices } = await api.cohortDefinition.list({ programmeId });
  const base = `/p/${programme.slug}`;
  return (
    <ClientMessages namespaces={["cohortDefinition", "participants", "characteristics"]}>
      <PageHeader
        title={t("form.title")}
        lead={t("form.lead")}
        eyebrow={
          <Link href={definitionsHref(base)} prefetch={false}>
            {t("title")}
          </Link>
        }
      />
      <DefinitionForm {...{ base, programmeId, choices }} definitionId={uuidv7()} before={null} maySave />
    </ClientMessages>
  );
}
