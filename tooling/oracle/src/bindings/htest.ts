import type { Estimate } from "@alongside/statistics/estimate";
import { numbers } from "../dialect/make";
import type { RNumber } from "../dialect/values";

/** The conf.int of an htest: two numbers of no class; NA where there is no estimate. */
export function confidenceLimits(estimate: Estimate): RNumber {
  return numbers(estimate.kind === "estimate" ? [estimate.interval.low, estimate.interval.high] : [null, null]);
}
