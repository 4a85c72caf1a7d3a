import type { IMPROVEMENTS } from "./mapping";

interface KnownMeasure {
  readonly pattern: RegExp;
  readonly name: string;
  readonly domain: string;
  readonly improvement: (typeof IMPROVEMENTS)[number];
  readonly unit: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * Column names that say plainly what they hold, with the range that the scale's own scoring gives. Only a first guess
 * for the person who maps a file; everything else is asked.
 */
const KNOWN_MEASURES: readonly KnownMeasure[] = [
  {
    pattern: /^bdi(?:[-_. ]?(?:ii|2))?$/i,
    name: "Beck Depression Inventory",
    domain: "outcome.psychological",
    improvement: "decrease",
    unit: "points",
    minimum: 0,
    maximum: 63,
  },
  {
    pattern: /^phq[-_. ]?9$/i,
    name: "PHQ-9",
    domain: "outcome.psychological",
    improvement: "decrease",
    unit: "points",
    minimum: 0,
    maximum: 27,
  },
  {
    pattern: /^gad[-_. ]?7$/i,
    name: "GAD-7",
    domain: "outcome.psychological",
    improvement: "decrease",
    unit: "points",
    minimum: 0,
    maximum: 21,
  },
  {
    pattern: /^ces[-_. ]?d$/i,
    name: "CES-D",
    domain: "outcome.psychological",
    improvement: "decrease",
    unit: "points",
    minimum: 0,
    maximum: 60,
  },
  {
    pattern: /^k[-_. ]?10$/i,
    name: "K10",
    domain: "outcome.psychological",
    improvement: "decrease",
    unit: "points",
    minimum: 10,
    maximum: 50,
  },
  { pattern: /^cd4$/i, name: "CD4", domain: "outcome.physiological", improvement: "increase", unit: "", minimum: 0 },
];

/** What a measure's name in a file gives away, or undefined. */
export function knownMeasure(stem: string): Omit<KnownMeasure, "pattern"> | undefined {
  const found = KNOWN_MEASURES.find((known) => known.pattern.test(stem));
  if (found === undefined) return undefined;
  const { pattern: _, ...rest } = found;
  return rest;
}
