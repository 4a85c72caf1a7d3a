import { entry } from "../linear-algebra/vector";
import { advance, createMrg32k3a, type Mrg32k3aSeed } from "../random/mrg32k3a";

/** Two figures count as equally far out when they differ by rounding error only. */
const ALIKE = 1e-9;

/** How many rearrangements were at least as far out as the data. Parts of one test add up. */
export interface PermutationCount {
  readonly permutations: number;
  /** At or below the figure of the data, at or above it, and at least as far from zero. */
  readonly low: number;
  readonly high: number;
  readonly twoSided: number;
}

/**
 * Difference of the means of two groups under rearrangement `from` to below `to`: the people of both are put in random
 * order (Fisher and Yates, last place first, one random number each), and the first ones stand for the first group.
 * Rearrangement b uses its own part of the stream, so that parts can be computed anywhere.
 * @throws RangeError when a group is empty or a value is not finite
 */
export function permuteGroups(
  first: readonly number[],
  second: readonly number[],
  seed: Mrg32k3aSeed,
  from: number,
  to: number,
): PermutationCount {
  const all = Float64Array.from([...first, ...second]);
  const n = all.length;
  if (first.length === 0 || second.length === 0) throw new RangeError("A group without values");
  check(all);
  const total = all.reduce((sum, value) => sum + value, 0);
  const difference = (values: Float64Array) => {
    const sum = values.subarray(0, first.length).reduce((part, value) => part + value, 0);
    return (total - sum) / second.length - sum / first.length;
  };
  const stream = createMrg32k3a(advance(seed, BigInt(from) * BigInt(n)));
  const shuffled = () => {
    const order = all.slice();
    for (let last = n - 1; last >= 0; last -= 1) {
      const place = stream.below(last + 1);
      const held = entry(order, last);
      order[last] = entry(order, place);
      order[place] = held;
    }
    return difference(order);
  };
  return countAgainst(difference(all), shuffled, to - from);
}

/**
 * Mean of differences when each may as well have had the other sign (one random number each: turned below one half).
 * @throws RangeError when there is no difference or one is not finite
 */
export function permuteSigns(
  differences: readonly number[],
  seed: Mrg32k3aSeed,
  from: number,
  to: number,
): PermutationCount {
  const n = differences.length;
  if (n === 0) throw new RangeError("No differences");
  check(differences);
  const stream = createMrg32k3a(advance(seed, BigInt(from) * BigInt(n)));
  const observed = differences.reduce((sum, value) => sum + value, 0) / n;
  const turned = () => {
    let sum = 0;
    for (const value of differences) sum += stream.uniform() < 0.5 ? -value : value;
    return sum / n;
  };
  return countAgainst(observed, turned, to - from);
}

/** The test, with the error that the limited number of rearrangements leaves in its p value. */
export interface PermutationTest {
  readonly pValue: number;
  readonly pLess: number;
  readonly pGreater: number;
  readonly permutations: number;
  /** Standard error of the two-sided p value over repetitions with other random numbers. */
  readonly monteCarloError: number;
}

/**
 * P values (count + 1) / (permutations + 1), which are never zero and never too small. Source: Phipson and Smyth,
 * Statistical Applications in Genetics and Molecular Biology 9 (2010), article 39.
 */
export function permutationTest(parts: readonly PermutationCount[]): PermutationTest {
  const sum = (pick: (part: PermutationCount) => number) => parts.reduce((count, part) => count + pick(part), 0);
  const permutations = sum((part) => part.permutations);
  const pOf = (count: number) => (count + 1) / (permutations + 1);
  const pValue = pOf(sum((part) => part.twoSided));
  return {
    pValue,
    pLess: pOf(sum((part) => part.low)),
    pGreater: pOf(sum((part) => part.high)),
    permutations,
    monteCarloError: Math.sqrt((pValue * (1 - pValue)) / (permutations + 1)),
  };
}

function countAgainst(observed: number, next: () => number, permutations: number): PermutationCount {
  if (!(permutations >= 0)) throw new RangeError(`Not a number of permutations: ${permutations}`);
  const slack = ALIKE * Math.abs(observed);
  const count = { low: 0, high: 0, twoSided: 0 };
  for (let index = 0; index < permutations; index += 1) {
    const value = next();
    if (value <= observed + slack) count.low += 1;
    if (value >= observed - slack) count.high += 1;
    if (Math.abs(value) >= Math.abs(observed) - slack) count.twoSided += 1;
  }
  return { permutations, ...count };
}

function check(values: ArrayLike<number>): void {
  for (let index = 0; index < values.length; index += 1) {
    if (!Number.isFinite(values[index])) throw new RangeError("A value is not finite");
  }
}
