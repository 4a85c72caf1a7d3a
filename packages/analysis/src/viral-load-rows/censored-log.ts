import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import type { ViralLoadReading } from "./viral-load-data";

/** The decimal logarithm of a reading, or the limit it lies below or above; null where nobody knows the limit. */
export function censoredLog(reading: ViralLoadReading): CensoredValue | null {
  switch (reading.kind) {
    case "quantified":
      return { kind: "exact", value: Math.log10(reading.copiesPerMl) };
    case "below":
      return { kind: "below", limit: Math.log10(reading.limit) };
    case "not-detected":
      return reading.limit === null ? null : { kind: "below", limit: Math.log10(reading.limit) };
    case "above":
      return { kind: "above", limit: Math.log10(reading.limit) };
  }
}
