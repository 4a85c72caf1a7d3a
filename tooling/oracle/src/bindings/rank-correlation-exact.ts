import { normalUpper } from "@alongside/statistics/distribution/normal";

export interface Tails {
  readonly atMost: number;
  readonly atLeast: number;
}

/** Up to here Spearman's S is counted over all orders; beyond, R too takes Edgeworth's series. */
const COUNTED_UP_TO = 9;

/** Shares of all orders of n values with so many concordant pairs or fewer, or more. R: pkendall. */
export function kendallTails(concordant: number, n: number): Tails {
  let shares = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(shares.length + size - 1).fill(0);
    shares.forEach((share, at) => {
      for (let step = 0; step < size; step += 1) next[at + step] = (next[at + step] ?? 0) + share / size;
    });
    shares = next;
  }
  const sum = (from: number, to: number) => shares.slice(from, to).reduce((total, share) => total + share, 0);
  return { atMost: sum(0, concordant + 1), atLeast: sum(concordant, shares.length) };
}

/** Shares of all orders of n ranks whose squared differences add up to so much or less, or more. R: prho, AS 89. */
export function spearmanTails(squares: number, n: number): Tails {
  const above = n <= COUNTED_UP_TO ? countedUpper : seriesUpper;
  return { atMost: 1 - above(squares + 2, n), atLeast: above(squares, n) };
}

/** Counts orders by filling one place after the other, over the sets of ranks used so far. */
function countedUpper(squares: number, n: number): number {
  let byUsed = new Map<number, Map<number, number>>([[0, new Map([[0, 1]])]]);
  for (let place = 0; place < n; place += 1) {
    const next = new Map<number, Map<number, number>>();
    for (const [used, sums] of byUsed) {
      for (let rank = 0; rank < n; rank += 1) {
        if ((used >> rank) % 2 === 1) continue;
        const target = next.get(used + 2 ** rank) ?? new Map<number, number>();
        for (const [sum, ways] of sums) {
          const reached = sum + (place - rank) ** 2;
          target.set(reached, (target.get(reached) ?? 0) + ways);
        }
        next.set(used + 2 ** rank, target);
      }
    }
    byUsed = next;
  }
  const [sums = new Map<number, number>()] = byUsed.values();
  let [all, far] = [0, 0];
  for (const [sum, ways] of sums) {
    all += ways;
    if (sum >= squares) far += ways;
  }
  return far / all;
}

/** Edgeworth's series of Best and Roberts, Applied Statistics 24 (1975) 377-379. */
function seriesUpper(squares: number, n: number): number {
  const largest = (n * (n * n - 1)) / 3;
  if (squares <= 0) return 1;
  if (squares > largest) return 0;
  const b = 1 / n;
  const x = ((6 * (squares - 1) * b) / (n * n - 1) - 1) * Math.sqrt(1 / b - 1);
  const y = x * x;
  const inner = 0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 0.00046 * y));
  const u = x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * (-0.0758 + b * (0.1033 + 0.3932 * b) - y * b * inner));
  return Math.min(1, Math.max(0, u / Math.exp(y / 2) + normalUpper(x)));
}
