import { expect } from "vitest";
import type { OutcomePage } from "./real-programme";

interface Range {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
/** A figure for every wave after the baseline; intervals where R has them in closed form. */
interface Waves {
  readonly n: number;
  readonly scores: number;
  readonly values: readonly number[];
  readonly errors: readonly number[];
  readonly lows?: readonly number[];
  readonly highs?: readonly number[];
  readonly df?: number;
}
/** R's figures of one outcome page. */
export interface Figures {
  readonly change: Range & {
    readonly measured: number;
    readonly n: number;
    readonly mean_pre: number;
    readonly mean_post: number;
    readonly sd_pre: number;
    readonly sd_post: number;
    readonly t: number;
    readonly df: number;
    readonly p: number;
    readonly correlation: number;
    readonly g_pre: Range;
    readonly centre: number;
    readonly signed_rank_p: number;
    readonly responders?: Range | null;
    readonly worse?: Range | null;
  };
  readonly waves?: Waves;
  readonly comparison?: {
    readonly n: number;
    readonly unadjusted: Range;
    readonly ancova: Range & { readonly error: number; readonly df: number };
    readonly did: Range & { readonly error: number; readonly df: number };
    readonly hedges_g: number;
  };
  readonly over_waves?: Waves;
}
/** The file of them. */
export interface Reference {
  readonly outcomes: Readonly<Record<string, Figures>>;
  readonly chain: Readonly<Record<"viral_load" | "physical_health" | "mental_health", { n: number; mean: number }>> & {
    readonly people: number;
  };
}

/** Closed formulas, and a likelihood whose search R stops earlier than we do. */
const [CLOSED, LIKELIHOOD] = [1e-9, 2e-5];

function close(name: string, got: unknown, wanted: number, tolerance = CLOSED) {
  const error = typeof got === "number" ? Math.abs(got - wanted) / Math.max(1, Math.abs(wanted)) : Number.NaN;
  expect(error, `${name}: ${got} for R's ${wanted}`).toBeLessThan(tolerance);
}

type Shown = OutcomePage["analysis"]["change"]["change"] | OutcomePage["analysis"]["responders"]["share"];
/** Any estimate or reason without one. */
type Found = Exclude<Shown, null> | { readonly kind: "suppressed" };

function closeRange(name: string, found: Found | null | undefined, wanted: Range) {
  expect(found, name).toMatchObject({ kind: "estimate", interval: { level: 0.95 } });
  if (found?.kind !== "estimate") return;
  close(name, found.value, wanted.value);
  close(`${name}, low`, found.interval.low, wanted.low);
  close(`${name}, high`, found.interval.high, wanted.high);
}

function expectChange({ change, sets, responders }: OutcomePage["analysis"], wanted: Figures["change"]) {
  expect(sets.completeCases).toBe(wanted.n);
  expect(sets.baselineMeasured).toEqual({ kind: "exact", n: wanted.measured });
  for (const [name, found, figure] of [
    ["mean before", change.meanPre, wanted.mean_pre],
    ["mean after", change.meanPost, wanted.mean_post],
    ["sd before", change.sdPre, wanted.sd_pre],
    ["sd after", change.sdPost, wanted.sd_post],
    ["correlation", change.correlation, wanted.correlation],
  ] as const) {
    close(name, found.kind === "value" ? found.value : null, figure);
  }
  closeRange("change", change.change, wanted);
  closeRange("g_pre", change.standardised, wanted.g_pre);
  const { test, centre, signedRank } = change;
  close("t", test.kind === "test" ? test.statistic : null, wanted.t);
  close("df", test.kind === "test" ? test.degreesOfFreedom : null, wanted.df);
  close("p", test.kind === "test" ? test.pValue : null, wanted.p);
  close("centre", centre.kind === "estimate" ? centre.value : null, wanted.centre);
  close("signed ranks", signedRank.kind === "test" ? signedRank.pValue : null, wanted.signed_rank_p);
  if (wanted.responders && wanted.worse) {
    closeRange("responders", responders.share, wanted.responders);
    closeRange("worse", responders.worse, wanted.worse);
  } else expect(responders).toMatchObject({ share: null, worse: null });
}

function expectWaves(name: string, found: readonly (Found | null)[], wanted: Waves) {
  expect(found).toHaveLength(wanted.values.length);
  for (const [at, estimate] of found.entries()) {
    expect(estimate, `${name} ${at}`).toMatchObject({ kind: "estimate", method: "observed-information" });
    if (estimate?.kind !== "estimate") continue;
    close(`${name} ${at}`, estimate.value, wanted.values[at] ?? Number.NaN, LIKELIHOOD);
    close(`${name} ${at}, error`, estimate.standardError, wanted.errors[at] ?? Number.NaN, LIKELIHOOD);
    if (wanted.df === undefined) continue;
    close(`${name} ${at}, df`, estimate.degreesOfFreedom, wanted.df, LIKELIHOOD);
    close(`${name} ${at}, low`, estimate.interval.low, wanted.lows?.[at] ?? Number.NaN, LIKELIHOOD);
    close(`${name} ${at}, high`, estimate.interval.high, wanted.highs?.[at] ?? Number.NaN, LIKELIHOOD);
  }
}

/** Every figure R has of this page is on it, and where R has none, there is none. */
export function expectPage({ analysis }: OutcomePage, wanted: Figures | undefined) {
  if (wanted === undefined) throw new Error("no figures");
  expectChange(analysis, wanted.change);
  const { repeated, comparison } = analysis;
  if (wanted.waves === undefined) expect(repeated).toBeNull();
  else {
    expect(repeated).toMatchObject({ structure: "unstructured", n: wanted.waves.n, scores: wanted.waves.scores });
    if (repeated?.kind === "repeated-waves") expectWaves("wave", repeated.changes, wanted.waves);
  }
  if (wanted.comparison === undefined) expect(comparison).toBeNull();
  else {
    expect(comparison?.kind).toBe("comparison");
    if (comparison?.kind !== "comparison") return;
    const { unadjusted, ancova, differenceInDifferences, hedgesG } = comparison.differences;
    const { n, did, hedges_g } = wanted.comparison;
    expect(ancova).toMatchObject({ n });
    closeRange("unadjusted", unadjusted, wanted.comparison.unadjusted);
    closeRange("ancova", ancova, wanted.comparison.ancova);
    closeRange("difference in differences", differenceInDifferences, did);
    close("hedges g", hedgesG.kind === "estimate" ? hedgesG.value : null, hedges_g);
    const { overWaves } = comparison;
    if (wanted.over_waves === undefined) expect(overWaves).toBeNull();
    else {
      expect(overWaves).toMatchObject({ structure: "unstructured", n: wanted.over_waves.n });
      if (overWaves?.kind === "cohorts-over-waves") {
        expectWaves("difference at wave", overWaves.differences, wanted.over_waves);
      }
    }
  }
}
