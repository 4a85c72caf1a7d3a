import type { Answer } from "@alongside/domain/instruments/answers";
import type { RandomStream } from "./random-stream";

/** Visits planned in the 12 months that the record looks back on. */
const PLANNED = 6;

/** Visit record of the last 12 months, of somebody who keeps visits as well as this (standard deviations, plus = better). */
export function recordSheet(stream: RandomStream, keeping: number): Readonly<Record<string, Answer>> {
  const share = Math.min(0.99, Math.max(0.2, 0.72 + 0.14 * keeping));
  const planned = Math.max(2, PLANNED + stream.integer(-2, 2));
  const kept = Array.from({ length: planned }, () => stream.chance(share)).filter(Boolean).length;
  const constancy = Math.min(3, Math.round((3 * kept) / planned + (stream.chance(0.3) ? -1 : 0)));
  return {
    "retention.kept": kept,
    "retention.missed": planned - kept,
    "retention.constancy-4m": stream.chance(0.04) ? "skipped" : Math.round((100 * Math.max(0, constancy)) / 3),
    "retention.gap-6m": kept >= 3 ? 1 : 0,
    "retention.hrsa-hab": kept >= 2 ? 1 : 0,
    "retention.iit-28d": planned - kept >= 2 && stream.chance(0.7) ? 1 : 0,
  };
}
