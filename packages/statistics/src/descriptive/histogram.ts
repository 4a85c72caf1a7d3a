import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { entry } from "../linear-algebra/vector";
import { roundToTenDecimals } from "../paired/rounded-differences";
import { momentSums } from "./moment-sums";
import { quantile } from "./quantile";

/** Slack for edges that are decimals, as a share of the width. */
const SLACK = 1e-7;
/** How strongly wider bins are preferred: R's default. */
const BIAS = 1.5;
/** More bins than this show nothing that fewer would not; one far value would otherwise make millions. */
const MOST_BINS = 1000;
/** Values that differ by a smaller share of their size have no round numbers between them. */
const ALIKE = 1e-10;
/** Beyond these, round edges would be too. */
const [SMALLEST, LARGEST] = [1e-290, 1e300];

/** Counts of values in bins of one width. */
export interface Histogram {
  readonly kind: "histogram";
  /** Round numbers, one more than there are bins. Bin k holds what is above edge k and not above edge k + 1. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/**
 * A histogram whose number of bins follows the spread in the middle: twice the interquartile range over the cube root
 * of n wide, and then widened to 1, 2 or 5 times a power of ten. The lowest value belongs to the first bin.
 * Source: Freedman and Diaconis, Zeitschrift fuer Wahrscheinlichkeitstheorie 57 (1981) 453-476.
 * R: hist(values, breaks = "FD").
 */
export function histogram(values: readonly number[]): Histogram | InsufficientData {
  const n = values.length;
  if (n < 2) return tooFew(2, n);
  if (!areFinite(values)) return insufficient("not-finite", n);
  const [low, high] = [quantile(values, 0), quantile(values, 1)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= ALIKE * size) return insufficient("no-spread", n);
  if (size > LARGEST || high - low < SMALLEST) return insufficient("out-of-range", n);
  const edges = roundEdges(low, high, freedmanDiaconisBins(values));
  const counts = new Array<number>(edges.length - 1).fill(0);
  const width = entry(edges, 1) - entry(edges, 0);
  for (const value of values) {
    const position = Math.ceil((value - entry(edges, 0)) / width - SLACK) - 1;
    const bin = Math.min(counts.length - 1, Math.max(0, position));
    counts[bin] = entry(counts, bin) + 1;
  }
  return { kind: "histogram", edges, counts };
}

/** R: nclass.FD(values, digits = 10). Where half of the people are alike, the range of more of them takes over. */
function freedmanDiaconisBins(values: readonly number[]): number {
  const rounded = values.map(roundToTenDecimals);
  let width = 2 * (quantile(rounded, 0.75) - quantile(rounded, 0.25));
  for (let tail = 0.125; width === 0 && tail > 1 / 1024; tail /= 2) {
    width = (quantile(rounded, 1 - tail) - quantile(rounded, tail)) / (1 - 2 * tail);
  }
  const { n, squares } = momentSums(values);
  if (width === 0) width = 3.5 * Math.sqrt(squares / (n - 1));
  const range = quantile(values, 1) - quantile(values, 0);
  return Math.max(1, Math.min(MOST_BINS, Math.ceil((range / width) * Math.cbrt(n))));
}

/** About `bins` bins from low to high with round edges. R: pretty(c(low, high), bins). */
function roundEdges(low: number, high: number, bins: number): number[] {
  const cell = (high - low) / bins;
  const base = 10 ** Math.floor(Math.log10(cell));
  let unit = base;
  if (2 * base - cell < BIAS * (cell - unit)) unit = 2 * base;
  if (5 * base - cell < (0.5 + 1.5 * BIAS) * (cell - unit)) unit = 5 * base;
  if (10 * base - cell < BIAS * (cell - unit)) unit = 10 * base;
  let first = Math.floor(low / unit + SLACK);
  let last = Math.ceil(high / unit - SLACK);
  while (first * unit > low + SLACK * unit) first -= 1;
  while (last * unit < high - SLACK * unit) last += 1;
  // Multiples of a power of ten below 1 are not exact; dividing gives the nearest double of the decimal.
  const inverse = Math.round(1 / unit);
  const edge = (k: number) => (unit < 1 ? k / inverse : k * unit);
  return Array.from({ length: last - first + 1 }, (_, index) => edge(first + index));
}
