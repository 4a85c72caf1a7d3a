import { createMrg32k3a, normalDraw, type RandomStream } from "@alongside/statistics/random/mrg32k3a";

/** Random numbers for simulated studies. */
export interface Draws {
  readonly uniform: () => number;
  readonly normal: () => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
}

/** What one simulated study said: did its interval hold the truth, or its test reject it; null when it gave none. */
export type Verdict = boolean | null;

/** An estimator in a situation, simulated again and again. */
export interface Simulation {
  readonly name: string;
  /** `coverage`: the share of intervals that hold the truth; `error`: the share of tests that reject what is true. */
  readonly kind: "coverage" | "error";
  readonly studies: number;
  readonly study: (draws: Draws) => Verdict;
}

/** What the studies of a simulation said together. */
export interface SimulationResult {
  readonly share: number;
  /** Standard error of the share over repetitions with other random numbers. */
  readonly monteCarloError: number;
  readonly studies: number;
  /** Studies that gave no interval or test. */
  readonly without: number;
}

const SEED = [20261122, 12345, 12345, 12345, 12345, 12345] as const;

/** Runs every study of a simulation on one seeded stream. */
export function simulate({ studies, study }: Simulation): SimulationResult {
  const draws = drawsFrom(createMrg32k3a(SEED));
  let [held, without] = [0, 0];
  for (let index = 0; index < studies; index += 1) {
    const verdict = study(draws);
    if (verdict === null) without += 1;
    else if (verdict) held += 1;
  }
  const counted = studies - without;
  const share = held / counted;
  return { share, monteCarloError: Math.sqrt((share * (1 - share)) / counted), studies: counted, without };
}

function drawsFrom(stream: RandomStream): Draws {
  return {
    uniform: () => stream.uniform(),
    normal: () => normalDraw(stream),
    chance: (probability) => stream.uniform() < probability,
  };
}

/** So many of something. */
export function times<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
