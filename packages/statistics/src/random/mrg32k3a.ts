import { normalQuantile } from "../distribution/normal";

/** Six whole numbers: three below the first modulus, three below the second, neither three all zero. */
export type Mrg32k3aSeed = readonly [number, number, number, number, number, number];

/** A stream of random numbers that is the same on every machine. */
export interface RandomStream {
  /** The next number, between 0 and 1, neither included. */
  uniform(): number;
  /** The next whole number from 0 to below n. */
  below(n: number): number;
  /** The numbers from which a new stream would go on as this one does. */
  state(): Mrg32k3aSeed;
}

const FIRST_MODULUS = 4294967087;
const SECOND_MODULUS = 4294944443;
/** 1 / (FIRST_MODULUS + 1), by which the published program multiplies; dividing would change last digits. */
const SCALE = 2.328306549295728e-10;
const FIRST = [1403580, -810728] as const;
const SECOND = [527612, -1370589] as const;

/**
 * L'Ecuyer's combined multiple recursive generator; all its arithmetic is exact in doubles.
 * Source: L'Ecuyer, Operations Research 47 (1999) 159-164. R: RNGkind("L'Ecuyer-CMRG").
 * @throws RangeError when the seed is not a possible state
 */
export function createMrg32k3a(seed: Mrg32k3aSeed): RandomStream {
  checkSeed(seed);
  let [a, b, c, d, e, f] = seed;
  const uniform = () => {
    const first = modulo(FIRST[0] * b + FIRST[1] * a, FIRST_MODULUS);
    [a, b, c] = [b, c, first];
    const second = modulo(SECOND[0] * f + SECOND[1] * d, SECOND_MODULUS);
    [d, e, f] = [e, f, second];
    const difference = first > second ? first - second : first - second + FIRST_MODULUS;
    return difference * SCALE;
  };
  return { uniform, below: (n) => Math.floor(uniform() * n), state: () => [a, b, c, d, e, f] };
}

/**
 * The seed of one of many streams that do not overlap: `index` times 2^76 numbers further on.
 * Source: L'Ecuyer, Simard, Chen and Kelton, Operations Research 50 (2002) 1073-1075. R: parallel::nextRNGSubStream.
 * @throws RangeError when the index is not a whole number from 0, or the seed is not a possible state
 */
export function substream(seed: Mrg32k3aSeed, index: number): Mrg32k3aSeed {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`Not a number of a stream: ${index}`);
  return advance(seed, BigInt(index) << 76n);
}

/**
 * The seed from which a stream goes on after `steps` numbers, without drawing them.
 * @throws RangeError when the number of steps is negative, or the seed is not a possible state
 */
export function advance(seed: Mrg32k3aSeed, steps: bigint): Mrg32k3aSeed {
  if (steps < 0n) throw new RangeError(`Not a number of steps: ${steps}`);
  checkSeed(seed);
  const [a, b, c, d, e, f] = seed;
  const first = jump([0, FIRST[0], FIRST[1]], FIRST_MODULUS, steps, [a, b, c]);
  const second = jump([SECOND[0], 0, SECOND[1]], SECOND_MODULUS, steps, [d, e, f]);
  return [...first, ...second];
}

/** A draw from the standard normal distribution, by inversion, so that one draw uses one number of the stream. */
export function normalDraw(stream: RandomStream): number {
  return normalQuantile(stream.uniform());
}

function checkSeed(seed: Mrg32k3aSeed): void {
  for (const [part, modulus] of [
    [seed.slice(0, 3), FIRST_MODULUS],
    [seed.slice(3), SECOND_MODULUS],
  ] as const) {
    const possible = part.every((value) => Number.isInteger(value) && value >= 0 && value < modulus);
    if (!possible || part.every((value) => value === 0)) throw new RangeError(`Not a seed: ${seed.join(", ")}`);
  }
}

function modulo(value: number, modulus: number): number {
  const rest = value % modulus;
  return rest < 0 ? rest + modulus : rest;
}

type Triple<T> = readonly [T, T, T];
type Square = Triple<Triple<bigint>>;

/** The state after many steps of x(n) = u x(n-1) + v x(n-2) + w x(n-3), modulo a number. */
function jump(
  [u, v, w]: Triple<number>,
  modulus: number,
  steps: bigint,
  [x, y, z]: Triple<number>,
): [number, number, number] {
  const m = BigInt(modulus);
  let square: Square = [
    [0n, 1n, 0n],
    [0n, 0n, 1n],
    [BigInt(w), BigInt(v), BigInt(u)],
  ];
  let state: Triple<bigint> = [BigInt(x), BigInt(y), BigInt(z)];
  for (let left = steps; left > 0n; left >>= 1n) {
    if (left & 1n) state = apply(square, state, m);
    const columns = [0, 1, 2].map((j) =>
      apply(square, [pick(square[0], j), pick(square[1], j), pick(square[2], j)], m),
    );
    const row = (i: number): Triple<bigint> => [
      pick(columns[0] ?? state, i),
      pick(columns[1] ?? state, i),
      pick(columns[2] ?? state, i),
    ];
    square = [row(0), row(1), row(2)];
  }
  return [Number(state[0]), Number(state[1]), Number(state[2])];
}

function pick(triple: Triple<bigint>, index: number): bigint {
  return triple[index] ?? 0n;
}

function apply(square: Square, [x, y, z]: Triple<bigint>, m: bigint): Triple<bigint> {
  const product = ([p, q, r]: Triple<bigint>) => (((p * x + q * y + r * z) % m) + m) % m;
  return [product(square[0]), product(square[1]), product(square[2])];
}
