import { UUID } from "uuidv7";

/** A stream of random draws that is the same for the same seed. For simulation only: never for secrets or real codes. */
export interface RandomStream {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Normal with mean 0 and standard deviation 1. */
  readonly normal: () => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** Whole number from `lowest` to `highest`, both included. */
  readonly integer: (lowest: number, highest: number) => number;
  /** Index into a list of weights, drawn in proportion to them. */
  readonly weighted: (weights: readonly number[]) => number;
  /** A UUIDv7 that carries this instant. */
  readonly id: (at: Date) => string;
}

/** Starts a stream. Mulberry32 by Tommy Ettinger, public domain: 32 bits of state are plenty for one demonstration. */
export function randomStream(seed: number): RandomStream {
  let state = seed >>> 0;
  const bits = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const uniform = () => bits() / 2 ** 32;
  return {
    uniform,
    // Box and Muller; 1 - u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    chance: (probability) => uniform() < probability,
    integer: (lowest, highest) => lowest + Math.floor(uniform() * (highest - lowest + 1)),
    weighted: (weights) => {
      let rest = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => {
        rest -= weight;
        return rest < 0;
      });
      return index === -1 ? weights.length - 1 : index;
    },
    id: (at) => UUID.fromFieldsV7(at.getTime(), bits() & 0xfff, bits() & 0x3fffffff, bits()).toString(),
  };
}
