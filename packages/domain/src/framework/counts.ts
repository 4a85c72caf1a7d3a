import { CROSSWALK } from "./crosswalk.data";
import { ELEMENT_GROUPS, LINKS, STUDIES } from "./registry";

/**
 * How many elements each group holds, by the reference's own group names, and how many links, studies and crosswalks
 * there are. Group names contain a dot, so the last three keys cannot collide with them.
 */
export function frameworkCounts(): Readonly<Record<string, number>> {
  return {
    ...Object.fromEntries(ELEMENT_GROUPS.map((group) => [group.group, group.elements.length])),
    links: LINKS.length,
    studies: STUDIES.length,
    crosswalks: CROSSWALK.length,
  };
}
