import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { PlanTimeline } from "@/features/settings/timeline";
import { TimepointsPanel } from "@/features/settings/timepoints-panel";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("timepoints");
}

export default async function TimepointsPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, plan } = await loadSettings(params);
  const t = await getTranslations("settings.timepoints");
  return (
    <SettingsFrame base={base} section="timepoints" lead={t("lead")}>
      <PlanTimeline waves={plan.timepoints.filter(({ active }) => active)} />
      <ClientMessages namespaces={["settings"]}>
        <TimepointsPanel programmeId={programmeId} timepoints={plan.timepoints} />
      </ClientMessages>
    </SettingsFrame>
  );
}
