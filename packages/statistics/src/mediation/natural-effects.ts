import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import { withIntercept } from "../linear-algebra/with-intercept";
import type { RowStatistic } from "../resampling/resample-range";
import type { MediationData } from "./mediation-model";

/** Effects of moving the exposure from `from` to `to`. Direct and indirect effects of opposite kinds add up to the total. */
export interface NaturalEffects {
  readonly kind: "natural-effects";
  readonly n: number;
  /** Exposure moved, mediator as it would be at `from`; and as it would be at `to`. */
  readonly pureDirect: number;
  readonly totalDirect: number;
  /** Mediator moved as the exposure would move it, exposure held at `from`; and held at `to`. */
  readonly pureIndirect: number;
  readonly totalIndirect: number;
  readonly total: number;
}

/**
 * Natural direct and indirect effects of the linear model with an interaction of exposure and mediator, averaged over the
 * people: M = i + a X + C, Y = i + c' X + b M + theta X M + C. With x the exposure held and m(x) the mean mediator at x,
 * the direct effect is (c' + theta m(x)) per unit and the indirect effect (b + theta x) a per unit.
 * Source: VanderWeele and Vansteelandt, Statistics and Its Interface 2 (2009) 457-468. R: two lm() and predict().
 * @param data with exactly one mediator
 * @throws RangeError for several mediators or lists of unequal length
 */
export function naturalEffects(data: MediationData, from: number, to: number): NaturalEffects | InsufficientData {
  const { exposure, mediators, outcome, covariates } = data;
  const [mediator] = mediators;
  const n = exposure.length;
  if (mediator === undefined || mediators.length > 1) throw new RangeError(`${mediators.length} mediators, not one`);
  const lists = [exposure, mediator, outcome, ...covariates];
  if (lists.some((list) => list.length !== n)) throw new RangeError("Lists of unequal length");
  if (!areFinite(...lists, [from, to])) return insufficient("not-finite", n);
  const needed = covariates.length + 5;
  if (n < needed) return tooFew(needed, n);
  const product = exposure.map((value, row) => value * entry(mediator, row));
  const toOutcome = qrDecompose(withIntercept([exposure, mediator, product, ...covariates], n));
  if (toOutcome.rank < needed - 1) return insufficient("not-identifiable", n);
  const toMediator = qrDecompose(withIntercept([exposure, ...covariates], n));
  const mediatorCoefficients = toMediator.solve(mediator);
  const [, direct = 0, b = 0, theta = 0] = toOutcome.solve(outcome);
  const a = entry(mediatorCoefficients, 1);
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / n;
  // The mean of the fitted mediators with everyone at one exposure.
  const meanMediator = (x: number) => mean(toMediator.fitted(mediator)) + a * (x - mean(exposure));
  const move = to - from;
  const directAt = (x: number) => (direct + theta * meanMediator(x)) * move;
  const indirectAt = (x: number) => (b + theta * x) * a * move;
  const found: NaturalEffects = {
    kind: "natural-effects",
    n,
    pureDirect: directAt(from),
    totalDirect: directAt(to),
    pureIndirect: indirectAt(from),
    totalIndirect: indirectAt(to),
    total: directAt(from) + indirectAt(to),
  };
  return whereFinite(found, n);
}

/** Pure direct, total direct, pure indirect, total indirect and total effect, in this order, for the bootstrap. */
export function naturalEffectsStatistic(data: MediationData, from: number, to: number): RowStatistic {
  return {
    figures: 5,
    compute: (rows) => {
      const pick = (values: readonly number[]) => Array.from(rows, (row) => values[row] ?? 0);
      const { exposure, mediators, outcome, covariates } = data;
      const drawn = { exposure: pick(exposure), mediators: mediators.map(pick), outcome: pick(outcome) };
      const found = naturalEffects({ ...drawn, covariates: covariates.map(pick) }, from, to);
      if (found.kind !== "natural-effects") return null;
      return [found.pureDirect, found.totalDirect, found.pureIndirect, found.totalIndirect, found.total];
    },
  };
}
