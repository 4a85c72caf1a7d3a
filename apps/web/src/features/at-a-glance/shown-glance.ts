import type { ShownChange } from "../change/outcome-card";
import type { GlanceDomain } from "./glance-rows";

/** What every part of the overview needs. */
export interface ShownGlance extends ShownChange {
  readonly domains: readonly GlanceDomain[];
}
