import { knownMeasure } from "./known-measures";
import type { StudyMappingInput } from "./mapping";
import { readTimepointLabel, type TimepointToken } from "./timepoint-token";

/** What the person has to look at before the suggestion can be trusted. `subject` is a column or a code. */
export const SUGGESTION_NOTES = [
  "participant-guessed",
  "timepoint-guessed",
  "no-cohort-column",
  "direction-unstated",
  "domain-unstated",
  "day-guessed",
  "column-unused",
  "date-format-unclear",
] as const;
export interface SuggestionNote {
  readonly note: (typeof SUGGESTION_NOTES)[number];
  readonly subject: string;
}

type Measure = StudyMappingInput["measures"][number];
type Timepoint = StudyMappingInput["timepoints"][number];

/** Days between occasions of which only the order is known. */
const ASSUMED_SPACING = 90;

/** Measures for labels of a file, each with a code of its own; what is not known of them is noted. */
export function describeMeasures(labels: readonly string[], notes: SuggestionNote[]): Measure[] {
  const codeFor = distinctCodes();
  return labels.map((label) => describeMeasure(label, codeFor(label), notes));
}

function describeMeasure(label: string, code: string, notes: SuggestionNote[]): Measure {
  const known = knownMeasure(label);
  if (known !== undefined) return { label, code, ...known };
  notes.push({ note: "direction-unstated", subject: label }, { note: "domain-unstated", subject: label });
  return { label, code, name: label, domain: "outcome.psychological", improvement: "none", unit: "" };
}

/** What labels of a column say about time; where one says nothing, the order in which they appear is all there is. */
export function tokensOf(column: string, labels: readonly string[]): TimepointToken[] {
  return labels.map(
    (label, index) =>
      readTimepointLabel(label, column) ?? { label, kind: "follow-up", targetDay: undefined, order: index },
  );
}

/** Timepoints in order, exactly one of them the baseline, windows that do not overlap. */
export function describeTimepoints(tokens: readonly TimepointToken[], notes: SuggestionNote[]): Timepoint[] {
  const sorted = [...tokens].sort((a, b) => a.order - b.order);
  const baseline = Math.max(
    0,
    sorted.findIndex((token) => token.kind === "baseline"),
  );
  const codeFor = distinctCodes();
  const days: number[] = [];
  for (const [index, { label, targetDay }] of sorted.entries()) {
    const known = index === baseline ? 0 : targetDay;
    if (known === undefined) notes.push({ note: "day-guessed", subject: label });
    days.push(known ?? (days[index - 1] ?? (index - baseline - 1) * ASSUMED_SPACING) + ASSUMED_SPACING);
  }
  return sorted.map(({ label, kind }, index) => {
    const day = days[index] ?? 0;
    const gap = (other: number | undefined): number =>
      other === undefined ? 28 : Math.floor((Math.abs(other - day) - 1) / 2);
    return {
      label,
      code: codeFor(label),
      name: label,
      kind: index === baseline ? "baseline" : kind === "baseline" ? "follow-up" : kind,
      position: index,
      targetDay: day,
      daysBefore: Math.max(0, Math.min(28, gap(days[index - 1]))),
      daysAfter: Math.max(0, Math.min(28, gap(days[index + 1]))),
    };
  });
}

/** Codes for labels, no two alike: "Mood" and "mood" become mood and mood-2. */
function distinctCodes(): (label: string) => string {
  const taken = new Set<string>();
  return (label) => {
    const plain = asCode(label);
    let code = plain;
    for (let turn = 2; taken.has(code); turn += 1) code = `${plain.slice(0, 50)}-${turn}`;
    taken.add(code);
    return code;
  };
}

/** A label as a code: lower case, Latin letters and digits, hyphens; other scripts become their code points. */
function asCode(label: string): string {
  const code = label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/gu, (character) => `u${character.codePointAt(0)?.toString(16) ?? ""}-`)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return code === "" ? "x" : code;
}
