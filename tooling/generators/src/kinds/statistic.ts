import { camelCase } from "../casing";
import { type Kind, PATH_OF_TWO } from "../plan";

/** A statistic, a test against reference figures, laws it keeps, and the R script that prints the figures. */
export const statistic: Kind = {
  kind: "statistic",
  says: "numbers in, an estimate with its uncertainty out",
  example: "paired/median-change",
  pattern: PATH_OF_TWO,
  plan: (path) => {
    const slug = path.split("/")[1] ?? path;
    const name = camelCase(slug);
    const base = `packages/statistics/src/${path}`;
    return {
      files: [
        { path: `${base}.ts`, content: source(path, name) },
        { path: `${base}.test.ts`, content: test(slug, name) },
        { path: `${base}.property.test.ts`, content: laws(slug, name) },
        { path: `packages/statistics/reference/${slug}.R`, content: reference(path, slug) },
      ],
      edits: [],
      next: [
        "Follow docs/playbooks/add-a-statistic.md.",
        `Write packages/statistics/reference/${slug}.R first and run it; copy its figures into the test, which fails until then.`,
        "State the tolerance for each figure, and why.",
      ],
    };
  },
};

const source = (
  path: string,
  name: string,
): string => `import type { EstimateValue, InsufficientData } from "../estimate";

/** Raised whenever the same input would give another figure. Goes into the estimate. */
export const PROVENANCE = { statistic: "${path}", version: 1 } as const;

/**
 * TODO: what it estimates, the formula and its source. R: TODO.
 * @param values one per person, in the units of the measure
 */
export function ${name}(values: readonly number[]): EstimateValue | InsufficientData {
  // TODO: the smallest number of people the formula needs, then the estimate through finiteEstimate.
  return { kind: "insufficient-data", reason: "too-few", needed: 2, had: values.length };
}
`;

const test = (slug: string, name: string): string => `import { describe, expect, it } from "vitest";
import { ${name} } from "./${slug}";

describe("${name}", () => {
  it("gives R's figures", () => {
    // TODO: the figures that reference/${slug}.R prints, with the tolerance for each.
    expect(${name}([3, 1, 4, 1, 5])).toMatchObject({ kind: "estimate", n: 5 });
  });

  it("says how many people it needs", () => {
    expect(${name}([3])).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 1 });
  });
});
`;

const laws = (slug: string, name: string): string => `import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ${name} } from "./${slug}";

const column = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 });

describe("${name}", () => {
  it("never gives a figure that is not finite", () => {
    fc.assert(
      fc.property(column, (values) => {
        const result = ${name}(values);
        if (result.kind !== "estimate") return;
        expect([result.value, result.standardError].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it("does not depend on the order of people", () => {
    fc.assert(
      fc.property(column, (values) => {
        expect(${name}(values.toReversed()).kind).toBe(${name}(values).kind);
      }),
    );
  });

  it.todo("TODO: what happens to the estimate when every value is shifted, or multiplied");
});
`;

const reference = (
  path: string,
  slug: string,
): string => `# Reference figures for packages/statistics/src/${path}.ts: run with R 4.2 or newer.
#
#   Rscript packages/statistics/reference/${slug}.R
#
# TODO: name the package and version that the figures come from.

options(digits = 17)
values <- c(3, 1, 4, 1, 5)
print(list(n = length(values), value = NA)) # TODO
`;
