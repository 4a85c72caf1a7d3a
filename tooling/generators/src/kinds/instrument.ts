import { camelCase } from "../casing";
import { addImport, insertBefore } from "../insert";
import { type Kind, SLUG } from "../plan";

const REGISTRY = "packages/domain/src/instruments/registry.ts";
const EXAMPLES = "packages/domain/src/instruments/worked-examples.ts";

/** An instrument with one scale of two items, its worked examples, and its place in the registry. */
export const instrument: Kind = {
  kind: "instrument",
  says: "a questionnaire or scale with its scoring",
  example: "gad7",
  pattern: SLUG,
  plan: (slug) => {
    const name = camelCase(slug);
    const folder = `packages/domain/src/instruments/catalog/${slug}`;
    return {
      files: [
        { path: `${folder}/README.md`, content: readme },
        { path: `${folder}/instrument.ts`, content: definition(slug, name) },
        { path: `${folder}/worked-examples.ts`, content: examples(slug, name) },
      ],
      edits: [
        {
          path: REGISTRY,
          edit: (text) =>
            insertBefore(
              addImport(text, `import { ${name} } from "./catalog/${slug}/instrument";`),
              /^\](;| as const| satisfies)/,
              `  ${name},`,
            ),
        },
        {
          path: EXAMPLES,
          edit: (text) =>
            insertBefore(
              addImport(text, `import { ${name}Examples } from "./catalog/${slug}/worked-examples";`),
              /^\};/,
              `  "${slug}": ${name}Examples,`,
            ),
        },
      ],
      next: [
        "Follow docs/playbooks/add-an-instrument.md: the README with its numbered sources first.",
        "Replace every TODO; the checks refuse the rest until then.",
        "Work the examples out by hand, from the published rule.",
      ],
    };
  },
};

const PARTS = ["What it is for", "Answers", "Scoring", "Missing answers", "Reading the score", "Licence", "References"];
const readme = `# TODO: name of the instrument\n\n${PARTS.map((part) => `## ${part}\n\nTODO\n`).join("\n")}`;

const definition = (
  slug: string,
  name: string,
): string => `import { itemIds, numberedOptions, outcomeDomain, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("${slug}", 2);

export const ${name} = defineInstrument({
  code: "${slug}",
  edition: "TODO",
  kind: "questionnaire",
  tier: "listed",
  validation: "published",
  name: { en: "TODO", zh: "TODO" },
  abbreviation: "TODO",
  purpose: { en: "TODO", zh: "TODO" },
  respondents: ["plhiv"],
  recall: { en: "TODO", zh: "TODO" },
  responseSets: { frequency: numberedOptions(0, 3) },
  items: plainItems(ids, { kind: "choice", set: "frequency" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "TODO", zh: "TODO" },
      items: ids,
      formula: { kind: "sum" },
      // TODO: the published rule for missing items, and how sure it is.
      missing: { minimumAnswered: 2, substitute: "none", rounding: "none", certainty: "house" },
      range: { minimum: 0, maximum: 6 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("psychological"),
    }),
  ],
  risks: [],
  wording: "pack",
  licence: { status: "unclear", summary: { en: "TODO", zh: "TODO" }, certainty: "unconfirmed" },
  languages: ["en"],
  terminology: [],
  notes: [],
  sources: ["TODO"],
});
`;

const examples = (slug: string, name: string): string => `import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("${slug}", 2);

export const ${name}Examples: readonly WorkedExample[] = [
  {
    name: "all answered",
    answers: sheet(ids, [1, 2]),
    expected: { total: 3 },
    arithmetic: "TODO",
  },
  {
    name: "one missing",
    answers: sheet(ids, [1, "declined"]),
    expected: { total: "incomplete" },
    arithmetic: "TODO",
  },
];
`;
