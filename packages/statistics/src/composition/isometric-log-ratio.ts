import { areFinite, type InsufficientData, insufficient } from "../estimate";

/** Amounts of several kinds as their total and the shares of the kinds. */
export interface Composition {
  readonly kind: "composition";
  readonly total: number;
  /** Above zero and summing to 1, after zeros were replaced. */
  readonly shares: readonly number[];
  /** How many kinds had an amount of zero. */
  readonly replaced: number;
}

/**
 * Shares of a total, with zeros replaced by a declared small share and the others made smaller in proportion, which leaves
 * the ratios among them as they were. Source: Martin-Fernandez, Barcelo-Vidal and Pawlowsky-Glahn, Mathematical Geology 35
 * (2003) 253-278. R: zCompositions::multRepl.
 *
 * "no-events" when every amount is zero: there is nothing to share. "out-of-range" when the total is beyond a double.
 * @param amounts of each kind, at least two, none negative
 * @param zeroShare what stands for a zero, above 0 and below 1 / number of kinds
 * @throws RangeError outside these bounds
 */
export function composition(amounts: readonly number[], zeroShare: number): Composition | InsufficientData {
  const parts = amounts.length;
  if (parts < 2) throw new RangeError(`${parts} kinds have no shares`);
  if (!(zeroShare > 0 && zeroShare * parts < 1)) throw new RangeError(`Not a share in place of zero: ${zeroShare}`);
  if (!areFinite(amounts)) return insufficient("not-finite", 1);
  if (amounts.some((amount) => amount < 0)) throw new RangeError("An amount is negative");
  const largest = Math.max(...amounts);
  if (largest === 0) return insufficient("no-events", 1);
  const scaled = amounts.map((amount) => amount / largest);
  const sum = scaled.reduce((total, amount) => total + amount, 0);
  const total = largest * sum;
  if (!Number.isFinite(total)) return insufficient("out-of-range", 1);
  // An amount too small beside the others to have a share counts as zero.
  const replaced = scaled.filter((amount) => amount / sum === 0).length;
  const left = 1 - replaced * zeroShare;
  const shares = scaled.map((amount) => (amount / sum === 0 ? zeroShare : (amount / sum) * left));
  return { kind: "composition", total, shares, replaced };
}

/**
 * Isometric log-ratio coordinates, one fewer than shares: coordinate j says how much share j outweighs the geometric mean
 * of those after it, sqrt((D - j) / (D - j + 1)) log(share_j / gm(share_j+1 ... share_D)). The first stands for the first
 * kind against all others; put another kind first to ask about that. A regression may hold all of them with the logarithm
 * of the total, where the amounts of all kinds would repeat each other.
 * Source: Egozcue, Pawlowsky-Glahn, Mateu-Figueras and Barcelo-Vidal, Mathematical Geology 35 (2003) 279-300; Fiserova and
 * Hron, Mathematical Geosciences 43 (2011) 455-468. R: robCompositions::pivotCoord.
 * @param shares or amounts, at least two, all above zero
 * @throws RangeError for others
 */
export function logRatioCoordinates(shares: readonly number[]): readonly number[] {
  if (shares.length < 2) throw new RangeError(`${shares.length} shares have no ratio`);
  if (!shares.every((share) => share > 0 && Number.isFinite(share))) throw new RangeError("A share is not above zero");
  const logs = shares.map(Math.log);
  return logs.slice(0, -1).map((log, index) => {
    const after = logs.slice(index + 1);
    const mean = after.reduce((sum, value) => sum + value, 0) / after.length;
    return Math.sqrt(after.length / (after.length + 1)) * (log - mean);
  });
}

/**
 * The shares with these coordinates; the inverse of `logRatioCoordinates`. R: robCompositions::pivotCoordInv.
 * @throws RangeError when a coordinate is not finite
 */
export function sharesOf(coordinates: readonly number[]): readonly number[] {
  if (!coordinates.every(Number.isFinite)) throw new RangeError("A coordinate is not finite");
  // From the last share, whose logarithm is set to 0, back to the first.
  const logs = [0];
  for (const coordinate of [...coordinates].reverse()) {
    const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
    logs.unshift(mean + coordinate * Math.sqrt((logs.length + 1) / logs.length));
  }
  const largest = Math.max(...logs);
  const powers = logs.map((log) => Math.exp(log - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * How the coordinates change when a part of the whole moves from one kind to another: times the coefficients of a
 * regression, this is the difference in outcome that goes with the exchange. "out-of-range" when the kind has not so much.
 * Source: Dumuid and others, Statistical Methods in Medical Research 27 (2018) 3726-3738.
 * @param amount share of the whole that moves, not negative
 * @throws RangeError for kinds that do not exist or are the same, and a negative amount
 */
export function exchangeStep(
  shares: readonly number[],
  from: number,
  to: number,
  amount: number,
): { readonly kind: "step"; readonly coordinates: readonly number[] } | InsufficientData {
  const giving = shares[from];
  if (giving === undefined || shares[to] === undefined || from === to)
    throw new RangeError(`No exchange ${from}, ${to}`);
  if (!(amount >= 0)) throw new RangeError(`Not an amount: ${amount}`);
  if (amount >= giving) return insufficient("out-of-range", 1);
  const before = logRatioCoordinates(shares);
  const moved = shares.map((share, kind) => {
    if (kind === from) return share - amount;
    return kind === to ? share + amount : share;
  });
  return { kind: "step", coordinates: logRatioCoordinates(moved).map((value, index) => value - (before[index] ?? 0)) };
}
