import type { Problem } from "../../problem";

/** Problems as they are found: the first ones in full, all of them counted. */
export class ProblemList {
  readonly problems: Problem[] = [];
  readonly counts = new Map<string, number>();
  #refusals = 0;
  readonly #maximum: number;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  add(problem: Problem): void {
    if (this.problems.length < this.#maximum) this.problems.push(problem);
    this.counts.set(problem.rule, (this.counts.get(problem.rule) ?? 0) + 1);
    if (problem.severity === "refuse") this.#refusals += 1;
  }

  /** Problems that forbid the import; warnings are not among them. */
  get refusals(): number {
    return this.#refusals;
  }
}
