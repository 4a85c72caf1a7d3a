import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsentSettings } from "@/features/consent/consent-settings";
import { OpenConsents } from "@/features/consent/open-consents";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("consents");
}

export default async function ConsentsPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, api } = await loadSettings(params);
  const [t, settings, open] = await Promise.all([
    getTranslations("consent.settings"),
    api.consentSettings.read({ programmeId }),
    api.consent.listOpen({ programmeId }),
  ]);
  return (
    <SettingsFrame base={base} section="consents" lead={t("lead")}>
      <ClientMessages namespaces={["settings", "consent"]}>
        {settings.purposes.some(({ editions: [newest] }) => newest.savedAt === null) ? <p>{t("draftNote")}</p> : null}
        <ConsentSettings programmeId={programmeId} settings={settings} />
        <OpenConsents base={base} open={open} />
      </ClientMessages>
    </SettingsFrame>
  );
}
