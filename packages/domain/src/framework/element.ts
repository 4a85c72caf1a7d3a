import type { BilingualText } from "./bilingual-text";
import type { ElementKind } from "./element-kinds";
import type { EvidenceKind } from "./evidence-kinds";
import type { SourceKey } from "./sources";
import type { VersionId } from "./versions";

/** What a source says about a kind of evidence: present, absent, or nothing either way. Silence is not absence. */
export type Reported = "reported" | "not-reported" | "not-stated";

/** One element as its group file writes it down. Group, source and version are stated once, on the group. */
export interface ElementEntry {
  /** Dotted lower-case path, unique across the whole framework and never reused. */
  readonly code: string;
  readonly kind: ElementKind;
  readonly label: BilingualText;
  /** Where the Chinese label comes from: the source's own Chinese abstract, or a translation made here. */
  readonly chineseLabelFrom: "abstract" | "translation";
  /** The idiomatic Chinese term where the abstract's own differs from common nursing usage. */
  readonly idiomaticChinese?: string;
  readonly definition: BilingualText;
  /** Reference numbers as the source prints them; they belong to that source's own list. */
  readonly citations: readonly number[];
  readonly citationNote?: BilingualText;
  readonly evidence: EvidenceKind;
  readonly evidenceNote?: BilingualText;
  readonly parent: string | null;
  /** Position among its siblings where the source numbers them. */
  readonly order?: number;
  /** Outcomes only: whether the included trials report it, and whether interviews do. */
  readonly reportedBy?: { readonly trials: Reported; readonly interviews: Reported };
  readonly improvement?: "increase" | "decrease";
  readonly suggestedScale?: "binary" | "continuous" | "count" | "proportion";
  /** Present when the parent domain is this project's reading, not the source's statement. */
  readonly domainAssignment?: { readonly by: "analyst"; readonly note: BilingualText };
  /** Present when the place in the tree is this project's reading. */
  readonly placement?: "analyst";
  /** Further parents the element may also be read under. */
  readonly alsoUnder?: readonly string[];
  readonly refersTo?: readonly string[];
  readonly aliases?: readonly BilingualText[];
  readonly aliasNote?: BilingualText;
  readonly facets?: readonly BilingualText[];
  readonly examples?: readonly BilingualText[];
  readonly note?: BilingualText;
  /** What the source leaves open about this element. */
  readonly gapNote?: BilingualText;
  /** The element of a later version that replaces this one. */
  readonly supersededBy?: string;
  readonly changeNote?: BilingualText;
  /** Where the idea went in a later version; null says that it was looked for and has no counterpart. */
  readonly carriedForwardAs?: string | null;
  /** How many included studies the source counts under this sub-theme. */
  readonly studyCount?: number;
  /** How many papers the source coded to this context or factor. */
  readonly papersCoded?: number;
  /** The letter of the acronym that the context stands for. */
  readonly letter?: string;
}

/** Elements of one sort from one version of one source. `group` is the name the reference figures count by. */
export interface ElementGroup {
  readonly group: string;
  readonly label: BilingualText;
  readonly source: SourceKey;
  readonly version: VersionId;
  readonly elements: readonly ElementEntry[];
}

/** An element with what its group says about it: the shape that everything outside the data files reads. */
export interface FrameworkElement extends ElementEntry {
  readonly group: string;
  readonly source: SourceKey;
  readonly version: VersionId;
}

/** The union of the codes that one group holds. */
export type CodeOf<Group extends ElementGroup> = Group["elements"][number]["code"];

/** The union of the codes of one kind that one group holds. */
export type CodeOfKind<Group extends ElementGroup, Kind extends ElementKind> = Extract<
  Group["elements"][number],
  { readonly kind: Kind }
>["code"];

/** The elements of a group, each carrying its group, source and version. */
export function elementsOfGroup(group: ElementGroup): readonly FrameworkElement[] {
  const { group: name, source, version } = group;
  return group.elements.map((entry) => ({ ...entry, group: name, source, version }));
}
