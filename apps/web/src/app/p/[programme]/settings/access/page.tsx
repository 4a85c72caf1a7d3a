import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessTable } from "@/features/settings/access-table";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("access");
}

export default async function AccessPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, api } = await loadSettings(params);
  const rows = await api.access.read({ programmeId });
  const t = await getTranslations("settings.access");
  return (
    <SettingsFrame base={base} section="access" lead={t("lead")}>
      <p>{t("legend")}</p>
      <AccessTable rows={rows} />
    </SettingsFrame>
  );
}
