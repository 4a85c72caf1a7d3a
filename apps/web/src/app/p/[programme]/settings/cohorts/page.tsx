import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortsPanel } from "@/features/settings/cohorts-panel";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("cohorts");
}

export default async function CohortsPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, plan } = await loadSettings(params);
  const t = await getTranslations("settings.cohorts");
  return (
    <SettingsFrame base={base} section="cohorts" lead={t("lead")}>
      <ClientMessages namespaces={["settings"]}>
        <CohortsPanel programmeId={programmeId} cohorts={plan.cohorts} />
      </ClientMessages>
    </SettingsFrame>
  );
}
