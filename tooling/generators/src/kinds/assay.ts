import { insertBefore } from "../insert";
import { type Kind, SLUG } from "../plan";

/** An assay at the end of the published register. */
export const assay: Kind = {
  kind: "assay",
  says: "a viral load assay with published limits",
  example: "platform-dried-blood-spot",
  pattern: SLUG,
  plan: (slug) => ({
    files: [],
    edits: [
      {
        path: "packages/domain/src/viral-load/assays.data.ts",
        edit: (text) => insertBefore(text, /^\] as const satisfies readonly Assay\[\]/, entry(slug)),
      },
    ],
    next: [
      "Follow docs/playbooks/add-an-assay.md: the publication beside you, every figure from it.",
      "Replace every TODO, and every null that the source does give.",
      "Type the figures a second time into PUBLISHED in packages/domain/src/viral-load/conformance.test.ts.",
    ],
  }),
};

const entry = (slug: string): string => `  {
    key: "${slug}",
    edition: "1",
    platform: "TODO",
    name: { en: "TODO", zh: "TODO" },
    specimen: "plasma",
    unit: "copies-per-ml",
    lowerLimit: null,
    upperLimit: null,
    detectionLimit: null,
    loinc: PLASMA_CODES,
    meansOfBelow: "ask",
    iuPerCopy: null,
    source: "TODO",
    validFrom: "TODO",
  },`;
