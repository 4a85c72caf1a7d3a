import { camelCase, pascalCase } from "../casing";
import { type Kind, SLUG } from "../plan";

/** A clinical question: which statistic answers it, on which rows. */
export const question: Kind = {
  kind: "question",
  says: "a clinical question: which statistic, on which rows",
  example: "time-to-suppression",
  pattern: SLUG,
  plan: (slug) => {
    const base = `packages/analysis/src/${slug}/${slug}`;
    return {
      files: [
        { path: `${base}.ts`, content: source(camelCase(slug), pascalCase(slug)) },
        { path: `${base}.test.ts`, content: test(slug, camelCase(slug)) },
      ],
      edits: [],
      next: [
        "Say in docs/methods what is compared with what, who is left out and why, before writing it.",
        "Counts of people go through the shared disclosure control before they leave this package.",
      ],
    };
  },
};

const source = (name: string, type: string): string => `import type { Estimate } from "@alongside/statistics/estimate";

/** One person's part in the question. TODO: units, and what absence means. */
export interface ${type}Row {
  readonly cohortId: string;
  /** Null where nothing was recorded, which is not zero. */
  readonly value: number | null;
}

/**
 * TODO: the question in the words of a clinician; who counts, who does not, and why.
 * Method: TODO, a page in docs/methods.
 */
export function ${name}(rows: readonly ${type}Row[]): Estimate {
  const recorded = rows.filter(({ value }) => value !== null);
  return { kind: "insufficient-data", reason: "too-few", needed: 2, had: recorded.length };
}
`;

const test = (slug: string, name: string): string => `import { describe, expect, it } from "vitest";
import { ${name} } from "./${slug}";

describe("${name}", () => {
  it("answers the question for a cohort worked out by hand", () => {
    const rows = [1, 2, 3].map((value) => ({ cohortId: "a", value }));
    // TODO: the arithmetic.
    expect(${name}(rows)).toMatchObject({ kind: "estimate", n: 3 });
  });

  it("does not count people without a value", () => {
    expect(${name}([{ cohortId: "a", value: null }])).toMatchObject({ kind: "insufficient-data", had: 0 });
  });
});
`;
