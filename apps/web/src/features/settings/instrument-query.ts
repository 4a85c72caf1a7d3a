import type { Instrument } from "@alongside/domain/instruments/instrument";
import { INSTRUMENTS } from "@alongside/domain/instruments/registry";
import type { InstrumentUse, Pack } from "./settings-views";

/** Instruments whose code, short name or name (in any language) holds the text. */
export function searchInstruments(text: string): readonly Instrument[] {
  const wanted = text.trim().toLowerCase();
  return INSTRUMENTS.filter(({ code, abbreviation, name }) =>
    [code, abbreviation, ...Object.values(name)].some((one: string) => one.toLowerCase().includes(wanted)),
  );
}

/** How the programme uses an instrument now; undefined when it is switched off. */
export function useOf(instrument: Instrument, uses: readonly InstrumentUse[]): InstrumentUse | undefined {
  return uses.find((one) => one.active && one.instrument === instrument.code && one.edition === instrument.edition);
}

/** The packs that word this edition. */
export function packsOf(instrument: Instrument, packs: readonly Pack[]): readonly Pack[] {
  return packs.filter((pack) => pack.instrument === instrument.code && pack.edition === instrument.edition);
}
