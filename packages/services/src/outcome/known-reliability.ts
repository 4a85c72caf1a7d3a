import type { KnownReliability } from "@alongside/analysis/outcome/outcome-request";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import { findMeasure } from "@alongside/domain/instruments/registry";

/**
 * The reliability that reliable change rests on, as the instrument's entry in the catalogue chose it. Null for measures
 * outside the catalogue and for scales of which single people's change should not be read.
 */
export function knownReliability(measure: string): KnownReliability | null {
  const scale = findMeasure(measure)?.scale;
  const value = scale?.reliableChange?.reliability ?? null;
  if (scale === undefined || value === null) return null;
  const figure = scale.reliability.find((one) => one.low <= value && value <= one.high && one.coefficient !== "alpha");
  const sourceIn = (language: keyof LocalText) =>
    [figure?.population[language], figure?.source, scale.reliableChange?.reason[language]]
      .filter((part) => part !== undefined && part !== "")
      .map((part) => part?.replace(/[.。]$/, ""))
      .join("; ");
  return {
    value,
    kind: figure === undefined ? "internal-consistency" : "test-retest",
    source: { en: sourceIn("en"), zh: sourceIn("zh") },
  };
}
