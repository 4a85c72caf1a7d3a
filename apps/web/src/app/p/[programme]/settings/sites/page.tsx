import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteLeads } from "@/features/openings/site-leads";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { SitesPanel } from "@/features/settings/sites-panel";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("sites");
}

export default async function SitesPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, plan, api } = await loadSettings(params);
  const [t, people] = await Promise.all([getTranslations("settings.sites"), api.person.list({ programmeId })]);
  return (
    <SettingsFrame base={base} section="sites" lead={t("lead")}>
      <ClientMessages namespaces={["settings", "openings"]}>
        <SitesPanel programmeId={programmeId} sites={plan.sites} />
        <SiteLeads programmeId={programmeId} sites={plan.sites} people={people.map(({ id, name }) => ({ id, name }))} />
      </ClientMessages>
    </SettingsFrame>
  );
}
