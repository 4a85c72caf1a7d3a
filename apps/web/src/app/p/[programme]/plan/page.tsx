import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { choicesOf } from "@/features/analysis-plan/choices-of";
import { PlanForm } from "@/features/analysis-plan/plan-form";
import { PlanScreen } from "@/features/analysis-plan/plan-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("analysisPlan");
  return { title: t("title") };
}

export default async function PlanPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "analysis-plan.list");
  const [api, language] = await Promise.all([serverApi(), getLocale()]);
  const programmeId = programme.id;
  const [list, plan] = await Promise.all([api.analysisPlan.list({ programmeId }), api.programme.read({ programmeId })]);
  const choices = choicesOf(plan, list.plans, language);
  const newest = list.plans[0];
  return (
    <PlanScreen
      base={`/p/${programme.slug}`}
      list={list}
      choices={choices}
      form={
        programme.verbs.includes("analysis-plan.save") ? (
          <ClientMessages namespaces={["analysisPlan"]}>
            <PlanForm
              programmeId={programmeId}
              newest={newest ? { version: newest.version, plan: newest.plan } : null}
              choices={choices}
            />
          </ClientMessages>
        ) : null
      }
    />
  );
}
