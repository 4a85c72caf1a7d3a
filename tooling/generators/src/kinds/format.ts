import { camelCase, constantCase, pascalCase } from "../casing";
import { type Kind, SLUG } from "../plan";

/** A file format: a reader that names what is wrong, its closed list of rules, and a test. */
export const format: Kind = {
  kind: "format",
  says: "a file format that is read",
  example: "fhir-questionnaire-response",
  pattern: SLUG,
  plan: (slug) => {
    const folder = `packages/interchange/src/formats/${slug}`;
    return {
      files: [
        { path: `${folder}/rules.ts`, content: rules(constantCase(slug), pascalCase(slug)) },
        { path: `${folder}/read.ts`, content: reader(camelCase(slug), pascalCase(slug)) },
        { path: `${folder}/read.test.ts`, content: test(camelCase(slug)) },
      ],
      edits: [],
      next: [
        "Follow docs/playbooks/add-a-file-format.md. The test fails until a good file is read.",
        "Give every rule its words in both files of apps/web/src/messages.",
      ],
    };
  },
};

const rules = (
  constant: string,
  type: string,
): string => `/** Every way in which such a file can be refused. Screens translate these. */
export const ${constant}_RULES = [
  /** No byte, or nothing but blanks. */
  "empty-file",
  /** TODO: the file is something else. */
  "not-this-format",
] as const;
export type ${type}Rule = (typeof ${constant}_RULES)[number];

/** Bounds that keep the memory of the reader small whatever arrives. */
export const ${constant}_LIMITS = { characters: 1_048_576 } as const;
`;

const reader = (name: string, type: string): string => `import type { Problem } from "../../problem";
import type { ${type}Rule } from "./rules";

/** What such a file says, in words of the domain. TODO. */
export interface ${type}File {
  readonly records: readonly unknown[];
}

export type Opened${type} =
  | { readonly kind: "opened"; readonly file: ${type}File }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

function refused(rule: ${type}Rule): Opened${type} {
  return { kind: "refused", problems: [{ severity: "refuse", rule }] };
}

/**
 * Reads the text of a file. What is wrong with it comes back as problems; it never throws for what a file contains.
 * TODO: the specification this follows, with its version.
 */
export function ${name}Read(text: string): Opened${type} {
  if (text.trim() === "") return refused("empty-file");
  // TODO
  return refused("not-this-format");
}
`;

const test = (name: string): string => `import { describe, expect, it } from "vitest";
import { ${name}Read } from "./read";

describe("${name}Read", () => {
  it("reads a good file", () => {
    // TODO: the smallest file the specification allows, and what it says.
    expect(${name}Read("TODO")).toMatchObject({ kind: "opened" });
  });

  it("refuses an empty file", () => {
    expect(${name}Read(" \\n")).toEqual({ kind: "refused", problems: [{ severity: "refuse", rule: "empty-file" }] });
  });
});
`;
