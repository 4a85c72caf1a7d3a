import type { Problem } from "../../problem";
import type { XlsxRule } from "./rules";

/** Stops the reading of a workbook with its reason. Never leaves this folder. */
export class XlsxRefusal extends Error {
  readonly problem: Problem;
  constructor(rule: XlsxRule, rest: Omit<Problem, "severity" | "rule"> = {}) {
    super(rule);
    this.problem = { severity: "refuse", rule, ...rest };
  }
}
