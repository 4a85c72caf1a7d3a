import type { Problem } from "../../problem";
import type { CsvRule } from "./rules";

/** Stops the reading of a file from deep inside a stream. Never leaves this folder: the reader turns it into a problem. */
export class CsvRefusal extends Error {
  readonly problem: Problem;

  constructor(rule: CsvRule, rest: Omit<Problem, "rule" | "severity"> = {}) {
    super(rule);
    this.name = "CsvRefusal";
    this.problem = { severity: "refuse", rule, ...rest };
  }
}
