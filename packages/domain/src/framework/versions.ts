import type { BilingualText } from "./bilingual-text";
import type { SourceKey } from "./sources";

interface FrameworkVersion {
  readonly source: SourceKey;
  readonly label: BilingualText;
  readonly status: "current" | "superseded";
  /** The version that took the place of a superseded one. */
  readonly supersededBy?: string;
}

/** Every version of every published framework. A superseded one stays readable, so old codings keep their meaning. */
export const VERSIONS = {
  "bmjgh2023.preliminary": {
    source: "bmjgh2023",
    label: { en: "Preliminary framework", zh: "初步理论框架" },
    status: "superseded",
    supersededBy: "bmjgh2023.refined",
  },
  "bmjgh2023.refined": {
    source: "bmjgh2023",
    label: { en: "Refined theoretical framework", zh: "细化后的理论框架" },
    status: "current",
  },
  "metasyn2025.v1": { source: "metasyn2025", label: { en: "As published", zh: "发表版本" }, status: "current" },
  "pwud2021.v1": { source: "pwud2021", label: { en: "As published", zh: "发表版本" }, status: "current" },
  "appear2025.v1": { source: "appear2025", label: { en: "As published", zh: "发表版本" }, status: "current" },
} as const satisfies Readonly<Record<string, FrameworkVersion>>;

export type VersionId = keyof typeof VERSIONS;
