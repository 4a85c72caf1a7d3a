import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackupsPanel } from "@/features/backups/backups-panel";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("backups");
}

export default async function BackupsPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, api } = await loadSettings(params);
  const backups = await api.backup.read({ programmeId });
  const t = await getTranslations("backups");
  return (
    <SettingsFrame base={base} section="backups" lead={t("lead")}>
      <BackupsPanel backups={backups} now={new Date()} />
    </SettingsFrame>
  );
}
