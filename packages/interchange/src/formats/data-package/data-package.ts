import type { LocalText } from "@alongside/domain/instruments/local-text";
import type { MissingCode, ReleaseColumn, ReleaseLine } from "../release-rows/write-release-rows";

/** Languages in which labels are written. Names of files and variables are English, because programs read them. */
export type PackageLanguage = "en" | "zh";

/** A measure of which the package has scores, or would have had. */
export interface PackageMeasure {
  /** As in the lines. */
  readonly measure: string;
  readonly label: LocalText;
  /** Whose scale it is; the same for all scales of an instrument. */
  readonly instrument: { readonly code: string; readonly label: LocalText; readonly edition: string };
  readonly unit: string;
  /** Smallest and largest score there can be; null for what has no limits. */
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  /** Which end is better, in the words of the instrument. */
  readonly improvement: string;
}

/** Everything a package is written from. Plain values: people are numbers already. */
export interface DataPackage {
  /** By what the same content is recognised: the snapshot's fingerprint, or that of the rows. */
  readonly stamp: { readonly code: string; readonly hash: string; readonly isSnapshot: boolean };
  /** ISO 8601. */
  readonly madeAt: string;
  readonly language: PackageLanguage;
  readonly columns: ReadonlySet<ReleaseColumn>;
  /** Each person's together. Read several times over: each line is made as it is read. */
  readonly lines: Iterable<ReleaseLine>;
  /** Instruments in use without a score keep their table, with no rows. */
  readonly measures: readonly PackageMeasure[];
  /** Codes and labels of the times, in order. */
  readonly timepoints: readonly { readonly code: string; readonly label: string }[];
  /** What the release says: what for, where to, how alike the people are. */
  readonly terms: readonly { readonly label: string; readonly value: string }[];
}

/** Why a score is missing, with the code that stands for it in SPSS and Stata, and what it is called. */
export const MISSING_REASONS = {
  "not-measured": {
    rank: 1,
    label: { en: "Not measured: the form was due and is not there", zh: "未测量：应填而未填" },
  },
  incomplete: { rank: 2, label: { en: "Answered, but too little for a score", zh: "已作答，但不足以计分" } },
  "not-applicable": { rank: 3, label: { en: "Does not apply to the person", zh: "不适用于此人" } },
  missing: { rank: 4, label: { en: "Missing, for a reason that is not told", zh: "缺失，原因不予说明" } },
} as const satisfies Record<MissingCode, { readonly rank: number; readonly label: LocalText }>;

/** The code of a reason in a file whose scores all lie above it. */
export function missingValue(reason: MissingCode, lowest: number): number {
  return lowest - MISSING_REASONS[reason].rank;
}

/** The number below which the codes of a package start: -90, or the next lower multiple of ten below every range. */
export function codesBelow(measures: readonly PackageMeasure[], lines: Iterable<ReleaseLine>): number {
  let smallest = 0;
  for (const { range } of measures) smallest = Math.min(smallest, range?.minimum ?? 0);
  for (const { score } of lines) smallest = Math.min(smallest, score ?? 0);
  return smallest > -90 ? -90 : Math.floor(smallest / 10) * 10 - 10;
}
