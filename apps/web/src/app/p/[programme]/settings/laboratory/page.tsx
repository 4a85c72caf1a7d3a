import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LaboratoriesPanel } from "@/features/settings/laboratory/laboratories-panel";
import { SettingsForm } from "@/features/settings/laboratory/settings-form";
import { SettingsHistory } from "@/features/settings/laboratory/settings-history";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("laboratory");
}

export default async function LaboratorySettingsPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, api } = await loadSettings(params);
  const t = await getTranslations("laboratorySettings");
  const [settings, versions, doubts, laboratories] = await Promise.all([
    api.laboratorySettings.read({ programmeId }),
    api.laboratorySettings.history({ programmeId }),
    api.laboratorySettings.doubts({ programmeId }),
    api.laboratoryImport.listLaboratories({ programmeId }),
  ]);
  return (
    <SettingsFrame base={base} section="laboratory" lead={t("lead")}>
      <ClientMessages namespaces={["settings", "laboratory", "laboratorySettings"]}>
        <SettingsForm programmeId={programmeId} settings={settings} doubts={doubts} />
        <LaboratoriesPanel programmeId={programmeId} laboratories={laboratories} />
      </ClientMessages>
      <SettingsHistory base={base} versions={versions} />
    </SettingsFrame>
  );
}
