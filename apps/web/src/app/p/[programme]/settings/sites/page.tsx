import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { SitesPanel } from "@/features/settings/sites-panel";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("sites");
}

export default async function SitesPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, plan } = await loadSettings(params);
  const t = await getTranslations("settings.sites");
  return (
    <SettingsFrame base={base} section="sites" lead={t("lead")}>
      <ClientMessages namespaces={["settings"]}>
        <SitesPanel programmeId={programmeId} sites={plan.sites} />
      </ClientMessages>
    </SettingsFrame>
  );
}
