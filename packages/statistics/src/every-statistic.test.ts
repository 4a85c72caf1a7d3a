import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUILDING_BLOCKS, BUILDING_FOLDERS } from "./testing/building-blocks";
import { CALLERS_OF_COUNTS } from "./testing/callers/of-counts";
import { CALLERS_OF_MIXED_MODELS } from "./testing/callers/of-mixed-models";
import { CALLERS_OF_MODELS } from "./testing/callers/of-models";
import { CALLERS_OF_SURVIVAL } from "./testing/callers/of-survival";
import { CALLERS_OF_VALUES } from "./testing/callers/of-values";
import {
  BROKEN_SAMPLE,
  type Callers,
  FINITE_SAMPLE,
  PIERCED_SAMPLE,
  SPOILT_SAMPLE,
  USUAL_SAMPLE,
} from "./testing/hostile-sample";

declare global {
  interface ImportMeta {
    glob(patterns: readonly string[], options: { readonly eager: true }): Record<string, Record<string, unknown>>;
  }
}

const namesOf = (callers: Callers) =>
  Object.entries(callers).flatMap(([file, named]) =>
    Object.entries(named).map(([name, call]) => ({ name: `${file} ${name}`, call })),
  );
const MEASURED = [CALLERS_OF_VALUES, CALLERS_OF_SURVIVAL, CALLERS_OF_MODELS, CALLERS_OF_MIXED_MODELS].flatMap(namesOf);
const REGISTERED = [...MEASURED, ...namesOf(CALLERS_OF_COUNTS)];

/** Statistics that see only what another one made of the values, and those whose answer has no room for a reason. */
const WITHOUT_VALUES = [
  "descriptive/shape skewness",
  "descriptive/shape excessKurtosis",
  "paired/paired-effect-sizes pairedEffectSizes",
  "paired/signed-rank-test exactSignedRankTest",
  "paired/signed-rank-test normalSignedRankTest",
  "reliability/coefficient-alpha guttmanLambda2",
  "reliable-change/reliable-change-index reliableChangeScale",
  "censored/substituted-mean substitutedMean",
  "resampling/jackknife jackknifeOfMean",
  "weighting/e-value eValue",
  "weighting/e-value eValueOfStandardisedDifference",
];

/** Every number anywhere in a result. */
function numbersIn(result: unknown): number[] {
  if (typeof result === "number") return [result];
  if (result instanceof Float64Array) return [...result];
  if (result instanceof Map) return [...result.values()].flatMap(numbersIn);
  return typeof result === "object" && result !== null ? Object.values(result).flatMap(numbersIn) : [];
}

describe("every exported function", () => {
  it("is called below with hostile values, or is known to be a building block", () => {
    const modules = import.meta.glob(["./*/*.ts", "!./*/*.test.ts", "!./testing/*.ts"], { eager: true });
    const exported = Object.entries(modules).flatMap(([path, module]) =>
      Object.keys(module)
        .filter((name) => typeof module[name] === "function")
        .map((name) => `${path.slice(2, -3)} ${name}`),
    );
    const statistics = exported.filter((name) => !BUILDING_FOLDERS.some((folder) => name.startsWith(`${folder}/`)));
    expect([...REGISTERED.map(({ name }) => name), ...BUILDING_BLOCKS].sort()).toEqual(statistics.sort());
  });
});

describe.each(REGISTERED)("$name", ({ call }) => {
  it.each([
    ["finite", FINITE_SAMPLE, 20],
    ["broken", BROKEN_SAMPLE, 20],
    ["spoilt", SPOILT_SAMPLE, 8],
  ])("gives finite figures or a reason for %s values", (_kind, samples, numRuns) => {
    fc.assert(
      fc.property(samples, (sample) => {
        expect(numbersIn(call(sample)).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
      { seed: 11, numRuns },
    );
  });
});

/** A result without the parts that only say why there is none. */
function figuresOf(result: unknown): number[] {
  if (typeof result !== "object" || result === null) return numbersIn(result);
  if ("kind" in result && result.kind === "insufficient-data") return [];
  if (result instanceof Float64Array || result instanceof Map) return numbersIn(result);
  return Object.values(result).flatMap(figuresOf);
}

describe("values as they are met", () => {
  it.each(REGISTERED)("bring $name to its figures", ({ call }) => {
    const results = fc.sample(USUAL_SAMPLE, { seed: 11, numRuns: 6 }).map(call);
    expect(results.flatMap(numbersIn).filter((value) => !Number.isFinite(value))).toEqual([]);
    expect(results.filter((result) => figuresOf(result).length > 0).length).toBeGreaterThanOrEqual(1);
  });
});

describe("a number that is not finite", () => {
  it.each(MEASURED.filter(({ name }) => !WITHOUT_VALUES.includes(name)))("is the reason of $name", ({ call }) => {
    expect(JSON.stringify(call(PIERCED_SAMPLE))).toContain('"not-finite"');
  });
});
