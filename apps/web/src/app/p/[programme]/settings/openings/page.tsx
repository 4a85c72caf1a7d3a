import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpeningsList } from "@/features/openings/openings-list";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("openings");
}

export default async function OpeningsSettingsPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, api } = await loadSettings(params);
  const [t, openings] = await Promise.all([getTranslations("openings"), api.breakGlass.list({ programmeId })]);
  return (
    <SettingsFrame base={base} section="openings" lead={t("lead")}>
      <ClientMessages namespaces={["openings"]}>
        <OpeningsList programmeId={programmeId} openings={openings} />
      </ClientMessages>
    </SettingsFrame>
  );
}
