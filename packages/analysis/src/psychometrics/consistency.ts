import type { Estimate } from "@alongside/statistics/estimate";
import { coefficientAlpha } from "@alongside/statistics/reliability/coefficient-alpha";
import { itemAnalysis } from "@alongside/statistics/reliability/item-analysis";
import { omegaOfModel } from "@alongside/statistics/reliability/omega";
import { oneFactorModel } from "@alongside/statistics/reliability/one-factor-model";
import type { ItemAnswers } from "../outcome/outcome-request";
import { type Stability, stabilityOf, type TooFewForScale } from "./stability";

/** Items with as many different answers or fewer are ordered classes rather than numbers. */
const FEW_CATEGORIES = 4;

/** One item of the scale. Null where it, or what remains without it, does not vary. */
export interface ScaleItem {
  readonly itemId: string;
  readonly mean: number;
  readonly sd: number;
  /** Correlation with the sum of the other items. */
  readonly restCorrelation: number | null;
  readonly alphaIfDropped: number | null;
  /** Different answers that were given. */
  readonly answersSeen: number;
  /** So few that a correlation of numbers understates how closely it goes with the others. */
  readonly fewCategories: boolean;
}

/** Whether the items of a scale say the same, from people who answered all of them at the baseline. */
export type ScaleConsistency =
  | {
      readonly kind: "consistency";
      readonly n: number;
      /** People who left items out, and are not in the figures. */
      readonly incomplete: number;
      readonly stability: Stability;
      readonly alpha: Estimate;
      /** Omega total of one factor. */
      readonly omega: Estimate;
      /** Whether one factor needs a variance below 0, which is a sign of too few people or of more than one factor. */
      readonly heywood: boolean;
      /** Empty when the sum of the items does not vary. */
      readonly items: readonly ScaleItem[];
    }
  /** The measure came as one number. */
  | { readonly kind: "no-items" }
  | TooFewForScale;

/**
 * Alpha with Feldt's interval, omega total, and each item against the rest.
 * @param answers as scored, items that mean the opposite already turned; null for measures without items
 */
export function scaleConsistency(answers: ItemAnswers | null): ScaleConsistency {
  if (answers === null || answers.itemIds.length < 2) return { kind: "no-items" };
  const { itemIds, rows, incomplete } = answers;
  const n = rows.length;
  const stability = stabilityOf(n);
  if (typeof stability !== "string") return stability;
  const columns = itemIds.map((_, item) => rows.map((row) => row[item] ?? 0));
  const model = oneFactorModel(columns);
  const analysis = itemAnalysis(columns);
  const figures = analysis.kind === "item-analysis" ? analysis.items : [];
  return {
    kind: "consistency",
    n,
    incomplete,
    stability,
    alpha: coefficientAlpha(columns),
    omega: model.kind === "one-factor-model" ? omegaOfModel(model) : model,
    heywood: model.kind === "one-factor-model" && model.heywood,
    items: figures.map(({ mean, sd, restCorrelation, alphaIfDropped }, item) => {
      const answersSeen = new Set(columns[item]).size;
      return {
        ...{ itemId: itemIds[item] ?? "", mean, sd, restCorrelation, alphaIfDropped, answersSeen },
        fewCategories: answersSeen <= FEW_CATEGORIES,
      };
    }),
  };
}
