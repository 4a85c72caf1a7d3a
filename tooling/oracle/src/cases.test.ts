import path from "node:path";
import { describe, expect, it } from "vitest";
import { runFolder } from "./folder";
import { hasPassed } from "./run";

const results = runFolder(path.join(import.meta.dirname, "../cases"));

describe("the project's own reference cases", () => {
  it("are all there", () => {
    expect(results).toHaveLength(88);
  });

  it("are all computed: none is unsupported", () => {
    expect(results.filter(({ outcome }) => outcome.kind !== "compared")).toEqual([]);
  });

  it("need no looser tolerance than their own, but for what other optimisers left undone", () => {
    const loose = results.flatMap(({ family, outcome }) =>
      outcome.kind === "compared"
        ? outcome.fields.filter((field) => field.loosely).map(({ path }) => `${family} ${path}`)
        : [],
    );
    expect(loose.filter((field) => !/^mmrm (nlme_gls\/|max_abs_gradient$)/.test(field))).toEqual([]);
  });

  it.each(results)("$name", (result) => {
    const { outcome } = result;
    const wrong = outcome.kind === "compared" ? outcome.fields.filter((field) => !field.passed) : outcome;
    expect(wrong).toEqual([]);
    expect(hasPassed(result)).toBe(true);
  });
});
