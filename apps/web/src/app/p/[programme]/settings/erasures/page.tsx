import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ErasuresPanel } from "@/features/consent/erasures-panel";
import { ReceiptCheck } from "@/features/consent/receipt-check";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("erasures");
}

export default async function ErasuresPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, api } = await loadSettings(params);
  const [t, erasures] = await Promise.all([getTranslations("consent.erasures"), api.erasure.list({ programmeId })]);
  return (
    <SettingsFrame base={base} section="erasures" lead={t("lead")}>
      <ClientMessages namespaces={["settings", "consent"]}>
        <ErasuresPanel programmeId={programmeId} erasures={erasures} />
        <ReceiptCheck programmeId={programmeId} signedWith={erasures} />
      </ClientMessages>
    </SettingsFrame>
  );
}
