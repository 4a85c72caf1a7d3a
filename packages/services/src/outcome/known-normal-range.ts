import type { NormalRange } from "@alongside/analysis/outcome/outcome-request";
import { findMeasure } from "@alongside/domain/instruments/registry";

/**
 * The band of a scale at its good end, as the catalogue has it: people in it have little room to get better. Null for
 * measures outside the catalogue, and for scales without bands or without a better end.
 */
export function knownNormalRange(measure: string): NormalRange | null {
  const scale = findMeasure(measure)?.scale;
  if (scale === undefined || scale.improvement === "none" || scale.bands.length < 2) return null;
  const lowerIsBetter = scale.improvement === "decrease";
  const band = lowerIsBetter ? scale.bands[0] : scale.bands.at(-1);
  const next = lowerIsBetter ? scale.bands[1] : undefined;
  if (band === undefined) return null;
  return {
    band: band.code,
    from: band.from,
    to: next?.from ?? scale.range.maximum,
    // A band ends where the next begins, and that score belongs to the next unless it says otherwise.
    exclusive: { from: band.exclusive === true, to: next !== undefined && next.exclusive !== true },
  };
}
