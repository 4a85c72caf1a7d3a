import { constantCase } from "../casing";
import { addImport, insertBefore } from "../insert";
import { type Kind, SLUG } from "../plan";

const REGISTRY = "packages/domain/src/mechanisms/registry.ts";

/** A codebook with one group of one mechanism, its README, and its place in the registry. */
export const codebook: Kind = {
  kind: "codebook",
  says: "one version of a published framework, as codes",
  example: "hiv-peer-support",
  pattern: SLUG,
  plan: (slug) => {
    const name = constantCase(slug);
    const folder = `packages/domain/src/mechanisms/codebooks/${slug}`;
    return {
      files: [
        { path: `${folder}/README.md`, content: readme },
        { path: `${folder}/codebook.ts`, content: definition(slug, name) },
        { path: `${folder}/mechanisms.ts`, content: mechanisms(slug, name) },
      ],
      edits: [
        {
          path: REGISTRY,
          edit: (text) =>
            insertBefore(
              addImport(text, `import { ${name} } from "./codebooks/${slug}/codebook";`),
              /^\] as const satisfies readonly Codebook/,
              `  ${name},`,
            ),
        },
      ],
      next: [
        "Follow docs/playbooks/add-a-codebook.md: the README first, read by somebody who knows the source.",
        "Give the publication its own source and version; the generated files borrow one so that they compile.",
        "Change the counts in packages/domain/src/framework/reference-figures.ts by hand; the conformance test fails until then.",
      ],
    };
  },
};

const readme = `# TODO: name of the framework

TODO: what it is, in one sentence.

- **From:** TODO: authors, title, journal, year, doi, licence; how many studies.
- **Version and status:** TODO: the version id in backticks, current.
- **How to cite:** TODO
- **Read with care:** TODO: where the evidence comes from and does not.
`;

const definition = (slug: string, name: string): string => `import type { Codebook } from "../../codebook";
import { ${name}_MECHANISMS } from "./mechanisms";

/** TODO: the account in one sentence, and where it comes from. */
export const ${name} = {
  slug: "${slug}",
  label: { en: "TODO", zh: "TODO" },
  // TODO: its own source and version.
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  status: "current",
  setting: { en: "TODO", zh: "TODO" },
  groups: [${name}_MECHANISMS],
  links: [],
  studies: [],
} as const satisfies Codebook;
`;

const mechanisms = (
  slug: string,
  name: string,
): string => `import type { ElementGroup } from "../../../framework/element";

/** TODO: what these have in common. */
export const ${name}_MECHANISMS = {
  group: "${slug}.mechanism",
  label: { en: "TODO", zh: "TODO" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "${slug}.mechanism.todo",
      kind: "mechanism",
      label: { en: "TODO", zh: "TODO" },
      chineseLabelFrom: "translation",
      definition: { en: "TODO", zh: "TODO" },
      citations: [],
      evidence: "qualitative",
      parent: null,
    },
  ],
} as const satisfies ElementGroup;
`;
