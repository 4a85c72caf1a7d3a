import { camelCase, constantCase, pascalCase } from "../casing";
import { addImport, insertBefore } from "../insert";
import { type Kind, SLUG } from "../plan";

const REGISTRY = "packages/interchange/src/registry.ts";

/** A file format: its record in the registry, a reader that names what is wrong, its closed list of rules, and a test. */
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
        { path: `${folder}/read.property.test.ts`, content: laws(camelCase(slug)) },
        { path: `${folder}/format.ts`, content: record(slug) },
      ],
      edits: [
        {
          path: REGISTRY,
          edit: (text) =>
            insertBefore(
              addImport(text, `import { ${constantCase(slug)}_FORMAT } from "./formats/${slug}/format";`),
              /^\] as const satisfies readonly FileFormat/,
              `  ${constantCase(slug)}_FORMAT,`,
            ),
        },
      ],
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

const laws = (name: string): string => `import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ${name}Read } from "./read";

describe("${name}Read", () => {
  it("answers any text with a file or with problems, and never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = ${name}Read(text);
        if (result.kind === "refused") expect(result.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
`;

const record = (slug: string): string => `import type { FileFormat } from "../../format";

/** TODO: what such a file is, and which version of which specification is followed. */
export const ${constantCase(slug)}_FORMAT = {
  slug: "${slug}",
  title: { en: "TODO", zh: "TODO" },
  mediaTypes: ["application/octet-stream"],
  extensions: [".todo"],
  reader: { file: "read", name: "${camelCase(slug)}Read" },
  writer: null,
  loss: { en: "TODO", zh: "TODO" },
} as const satisfies FileFormat;
`;
