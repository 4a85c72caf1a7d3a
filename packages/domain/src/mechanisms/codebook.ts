import type { BilingualText } from "../framework/bilingual-text";
import type { ElementGroup } from "../framework/element";
import type { FrameworkLink } from "../framework/link";
import type { SourceKey } from "../framework/sources";
import type { FrameworkStudy } from "../framework/study";
import type { VersionId } from "../framework/versions";

/**
 * A published account of how and why peer support works, as codes that a programme can record against. One folder each;
 * the folder's name is the slug. A codebook is never edited into another version: a new version is a new folder, and
 * the old one says which codebook took its place.
 */
export interface Codebook {
  readonly slug: string;
  readonly label: BilingualText;
  readonly source: SourceKey;
  readonly version: VersionId;
  readonly status: "current" | "superseded";
  /** Slug of the codebook that took its place; present exactly when superseded. */
  readonly supersededBy?: string;
  /** Where the evidence comes from, in one sentence. */
  readonly setting: BilingualText;
  /** What a reader must know before leaning on it. */
  readonly caution?: BilingualText;
  readonly groups: readonly ElementGroup[];
  readonly links: readonly FrameworkLink[];
  readonly studies: readonly FrameworkStudy[];
}
