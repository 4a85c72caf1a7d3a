import type { Estimate } from "@alongside/statistics/estimate";
import { DialectError } from "../dialect/failure";
import { number, numbers, withAttributes } from "../dialect/make";
import { completeNumbers, entryOf } from "../dialect/read";
import type { RList, RNumber } from "../dialect/values";

type Figure = Estimate | { readonly kind: "value"; readonly value: number };

/** The value of a figure; NA where there is none, which is what R gives in its place. */
export function figureOf(figure: Figure): number | null {
  return figure.kind === "estimate" || figure.kind === "value" ? figure.value : null;
}

/** Both ends of the interval, always as an array in the outputs; two NA where there is none. */
export function intervalOf(estimate: Estimate): RNumber {
  return ends(estimate.kind === "estimate" ? [estimate.interval.low, estimate.interval.high] : [null, null]);
}

/** Numbers that stay an array in the outputs even when there is one, as I() does in R. */
export function ends(values: readonly (number | null)[]): RNumber {
  return withAttributes(numbers(values), { class: ["AsIs"] });
}

/** R's htest statistic and the like: one number with a name. */
export function labelled(name: string, value: number | null): RNumber {
  return withAttributes(number(value), { names: [name] });
}

/** A column of a data frame as complete numbers; throws where one is missing. */
export function numericColumn(frame: RList, name: string): readonly number[] {
  const found = entryOf(frame, name);
  if (found === undefined) throw new DialectError(`The data have no column ${name}`);
  return completeNumbers(found, name);
}
