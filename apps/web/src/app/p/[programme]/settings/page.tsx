import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NewProgrammeForm } from "@/features/settings/new-programme-form";
import { PlanSummary } from "@/features/settings/plan-summary";
import { ProgrammeForm } from "@/features/settings/programme-form";
import { maySet } from "@/features/settings/sections";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("programme");
}

export default async function SettingsPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme: slug } = await params;
  const { programme } = await requireProgramme(slug);
  const api = await serverApi();
  const programmeId = programme.id;
  const plan = await api.programme.read({ programmeId });
  const planHref = programme.verbs.includes("analysis-plan.list") ? `/p/${programme.slug}/plan` : null;
  if (!maySet(programme)) {
    return <PlanSummary plan={plan} packs={await api.wording.list({ programmeId })} planHref={planHref} />;
  }
  const t = await getTranslations("settings.programme");
  return (
    <SettingsFrame base={`/p/${programme.slug}`} section="programme">
      <ClientMessages namespaces={["settings"]}>
        {planHref === null ? null : (
          <p>
            {t("analysisPlan")}{" "}
            <Link href={planHref} prefetch={false}>
              {t("openPlan")}
            </Link>
          </p>
        )}
        <ProgrammeForm plan={plan} timeZones={["UTC", ...Intl.supportedValuesOf("timeZone")]} />
        {programme.verbs.includes("programme.create") ? <NewProgrammeForm programmeId={programmeId} /> : null}
      </ClientMessages>
    </SettingsFrame>
  );
}
