import fc from "fast-check";
import type { CensoredValue } from "../censored/censored-value";
import type { InsufficientData } from "../estimate";
import { withIntercept } from "../linear-algebra/with-intercept";
import type { ModelMatrix } from "../model-matrix/model-matrix";

/** The same people in every way a statistic may want them. All lists have one entry per person but for `counts`. */
export interface HostileSample {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly third: readonly number[];
  /** 0 or 1, or not a number in a broken sample. */
  readonly binary: readonly number[];
  /** Whole numbers from 0, or not a number in a broken sample. */
  readonly events: readonly number[];
  readonly yes: readonly boolean[];
  readonly codes: readonly number[];
  /** Nine numbers of people. */
  readonly counts: readonly number[];
}

/** What a caller makes of a sample; by the file of the statistic below src, then by its name. */
export type Callers = Readonly<Record<string, Readonly<Record<string, (sample: HostileSample) => unknown>>>>;

const NOT_FINITE = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const ORDINARY = fc.integer({ min: -200, max: 200 }).map((value) => value / 4);
const TIED = fc.integer({ min: 0, max: 2 });
const HUGE = fc.constantFrom(1e308, -1e308, 1.7e308, -1.5e308, 1e300, 0, 1);
const LARGE = fc.constantFrom(1e154, 3e154, -2e154, 1e155, 5e160, 0);
const TINY = fc.constantFrom(1e-308, -1e-308, 1e-320, 3e-320, -2e-320, 5e-324, 0);
const CLOSE = fc.constantFrom(1e15, 1e15 + 1, 1e15 + 2);
const MIXED = fc.oneof(ORDINARY, HUGE, TINY, fc.double({ noNaN: true, noDefaultInfinity: true }));
const BROKEN = fc.oneof(ORDINARY, fc.constantFrom(...NOT_FINITE));
const FINITE = fc.constantFrom(ORDINARY, TIED, HUGE, LARGE, TINY, CLOSE, MIXED);

const COUNT = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(0, 1, 1e6, 2 ** 31, 8e9));

function listOf(element: fc.Arbitrary<number>, n: number): fc.Arbitrary<readonly number[]> {
  const alike = element.map((value) => Array.from({ length: n }, () => value));
  const apart = fc.array(element, { minLength: n, maxLength: n });
  return fc.oneof({ arbitrary: alike, weight: 1 }, { arbitrary: apart, weight: 4 });
}

function sampleOf(kinds: fc.Arbitrary<fc.Arbitrary<number>>, breaks: readonly number[]): fc.Arbitrary<HostileSample> {
  const numbers = (n: number) => kinds.chain((kind) => listOf(kind, n));
  const whole = (values: readonly number[], n: number) => listOf(fc.constantFrom(...values, ...breaks), n);
  return fc.constantFrom(0, 1, 2, 3, 4, 6, 9, 14).chain((n) =>
    fc.record({
      first: numbers(n),
      second: numbers(n),
      third: numbers(n),
      binary: whole([0, 1], n),
      events: whole([0, 0, 1, 2, 5, 40], n),
      yes: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
      codes: fc.array(TIED, { minLength: n, maxLength: n }),
      counts: fc.array(COUNT, { minLength: 9, maxLength: 9 }),
    }),
  );
}

/** Finite numbers that break formulas: constant, tied, far too large or small to square, few or none. */
export const FINITE_SAMPLE = sampleOf(FINITE, []);

/** Numbers some of which are not finite. */
export const BROKEN_SAMPLE = sampleOf(fc.constant(BROKEN), NOT_FINITE);

const PEOPLE = 16;
const USUAL = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: PEOPLE, maxLength: PEOPLE });

function usualWith(third: fc.Arbitrary<readonly number[]>): fc.Arbitrary<HostileSample> {
  const person = (values: readonly number[]) =>
    Array.from({ length: PEOPLE }, (_, i) => values[i % values.length] ?? 0);
  return fc
    .record({
      first: USUAL,
      noise: USUAL,
      side: USUAL,
      mark: USUAL,
      third,
      counts: fc.array(fc.integer({ min: 2, max: 40 }), NINE),
    })
    .map(({ first, noise, side, mark, third: last, counts }) => ({
      ...{ first: first.map((value) => value / 100), third: last, counts },
      second: first.map((value, index) => (value / 2 + (noise[index] ?? 0)) / 100),
      binary: mark.map((value) => Number(value > 0)),
      events: noise.map((value) => Math.floor((value / 1500) ** 2)),
      yes: side.map((value) => value > 0),
      codes: person([0, 1, 2]),
    }));
}

const NINE = { minLength: 9, maxLength: 9 };

/** Values of sixteen people as they are met: here every statistic gives figures. */
export const USUAL_SAMPLE = usualWith(USUAL.map((values) => values.map((value) => value / 100)));

/** The same beside one list of numbers that break formulas. */
export const SPOILT_SAMPLE = usualWith(FINITE.chain((kind) => listOf(kind, PEOPLE))).chain((sample) =>
  fc.constantFrom(
    sample,
    { ...sample, first: sample.third, third: sample.first },
    { ...sample, second: sample.third, third: sample.second },
  ),
);

/** An ordinary sample with one number that is not finite in every list of numbers. */
export const PIERCED_SAMPLE: HostileSample = {
  first: [Number.NaN, 5, 4, 3, 6, 2, 7, 8, 4.5, 5.5, 3.5, 1, 2.5, 6.5, 7.5, 9],
  second: [4, Number.POSITIVE_INFINITY, 3, 6, 5, 2.5, 8, 7, 4, 6.5, 3, 2, 5.5, 1, 9, 3.5],
  third: [1, 3, Number.NEGATIVE_INFINITY, 5, 4, 2, 6, 9, 8, 7, 2.5, 3.5, 5.5, 4.5, 6.5, 1.5],
  binary: [0, 1, 1, Number.NaN, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1],
  events: [0, 2, 1, Number.NaN, 3, 1, 0, 4, 2, 1, 0, 2, 1, 5, 0, 1],
  yes: [true, false, true, true, false, false, true, false, true, false, false, true, true, false, true, false],
  codes: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0],
  counts: [4, 2, 7, 3, 5, 6, 9, 1, 8],
};

/** An intercept and the given columns. */
export function designOf(...columns: readonly (readonly number[])[]): ModelMatrix {
  const names = columns.map((_, index) => `x${index}`);
  return {
    names: ["(Intercept)", ...names],
    assign: [0, ...columns.map((_, index) => index + 1)],
    terms: names.map((name) => [name]),
    matrix: withIntercept(columns, columns[0]?.length ?? 0),
  };
}

/** The first values as censored ones, of the kind their code says. */
export function censoredOf({ first, second, codes }: HostileSample): readonly CensoredValue[] {
  return first.map((value, person): CensoredValue => {
    const other = second[person] ?? 0;
    if (codes[person] === 0) return { kind: "exact", value };
    if (codes[person] === 1) return { kind: "below", limit: value };
    return other > value ? { kind: "between", low: value, high: other } : { kind: "above", limit: value };
  });
}

/** The three lists person by person. */
export function rowsOf({ first, second, third }: HostileSample): readonly (readonly number[])[] {
  return first.map((value, person) => [value, second[person] ?? 0, third[person] ?? 0]);
}

/** What is made of a result, or the refusal of the result itself. */
export function whenFound<T extends object, R>(
  found: T | InsufficientData,
  next: (found: T) => R,
): R | InsufficientData {
  return isRefusal(found) ? found : next(found);
}

function isRefusal(found: object): found is InsufficientData {
  return "kind" in found && found.kind === "insufficient-data";
}
