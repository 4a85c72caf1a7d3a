import { localText } from "@alongside/domain/instruments/questionnaire-view";
import { findInstrument, INSTRUMENTS } from "@alongside/domain/instruments/registry";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { instrumentFromAddress } from "@/features/collect/address";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { LoadWording } from "@/features/settings/load-wording";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { WordingTable } from "@/features/settings/wording-table";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("wording");
}

export default async function WordingPage({
  params,
  searchParams,
}: {
  readonly params: ProgrammeParams;
  readonly searchParams: Promise<{ readonly instrument?: string | readonly string[] }>;
}) {
  const [{ base, programmeId, api }, { instrument }, t, locale] = await Promise.all([
    loadSettings(params),
    searchParams,
    getTranslations("settings.wording"),
    getLocale(),
  ]);
  const packs = await api.wording.list({ programmeId });
  const wordable = INSTRUMENTS.filter(({ wording }) => wording === "pack").map(
    ({ code, edition, abbreviation, name }) => ({
      code,
      edition,
      name: `${abbreviation} (${localText(name, locale)})`,
    }),
  );
  const named = packs.map((pack) => ({
    ...pack,
    name: findInstrument(pack.instrument)?.abbreviation ?? pack.instrument,
  }));
  return (
    <SettingsFrame base={base} section="wording" lead={t("lead")}>
      <ClientMessages namespaces={["settings"]}>
        <WordingTable programmeId={programmeId} packs={named} mayRemove />
        <LoadWording
          programmeId={programmeId}
          instruments={wordable}
          chosen={
            instrumentFromAddress(
              String(instrument ?? ""),
              wordable.map(({ code }) => code),
            ) ?? ""
          }
          today={new Date().toISOString().slice(0, 10)}
        />
      </ClientMessages>
    </SettingsFrame>
  );
}
