import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InstrumentsList } from "@/features/settings/instruments-list";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("instruments");
}

export default async function InstrumentsPage({
  params,
  searchParams,
}: {
  readonly params: ProgrammeParams;
  readonly searchParams: Promise<{ readonly q?: string | readonly string[] }>;
}) {
  const [{ base, programmeId, plan, api }, { q }, t] = await Promise.all([
    loadSettings(params),
    searchParams,
    getTranslations("settings.instruments"),
  ]);
  const packs = await api.wording.list({ programmeId });
  return (
    <SettingsFrame base={base} section="instruments" lead={t("lead")}>
      <InstrumentsList base={base} plan={plan} packs={packs} search={typeof q === "string" ? q.slice(0, 60) : ""} />
    </SettingsFrame>
  );
}
