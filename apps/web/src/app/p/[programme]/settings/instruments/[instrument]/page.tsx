import { findInstrument, INSTRUMENTS } from "@alongside/domain/instruments/registry";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { instrumentFromAddress } from "@/features/collect/address";
import { InstrumentScreen } from "@/features/settings/instrument-screen";
import { loadSettings } from "@/features/settings/load-settings";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

// The title names the section only: titles reach history lists and shared screens.
export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("instruments");
}

export default async function InstrumentPage({
  params,
}: {
  readonly params: Promise<{ readonly programme: string; readonly instrument: string }>;
}) {
  const [{ instrument: segment }, { base, programmeId, plan, api }] = await Promise.all([params, loadSettings(params)]);
  const code = instrumentFromAddress(
    segment,
    INSTRUMENTS.map((one) => one.code),
  );
  const instrument = code === undefined ? undefined : findInstrument(code);
  if (instrument === undefined) notFound();
  const packs = await api.wording.list({ programmeId });
  return (
    <SettingsFrame base={base} section="instruments">
      <ClientMessages namespaces={["settings"]}>
        <InstrumentScreen base={base} plan={plan} packs={packs} instrument={instrument} />
      </ClientMessages>
    </SettingsFrame>
  );
}
