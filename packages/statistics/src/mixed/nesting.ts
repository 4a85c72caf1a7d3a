import type { GroupingLevel } from "./grouping-level";

/** Grouping levels from the innermost to the outermost, each group within one group of the next level. */
export interface Nesting {
  readonly levels: readonly NestedLevel[];
}

export interface NestedLevel {
  readonly level: GroupingLevel;
  /** Groups, counting those made up for rows that no effect of this level touches. */
  readonly groups: number;
  /** Group of each row. */
  readonly codes: Int32Array;
  /** For each group its group on the next level; on the outermost level 0. */
  readonly parents: Int32Array;
}

/**
 * Orders grouping factors by nesting: person in volunteer in site. A group whose rows have only zeros in the columns of
 * the outer factor (people without a volunteer, in a partially nested design) gets an outer group of its own.
 * @returns null when a group spans two groups of an outer factor, so that they cross
 */
export function nestLevels(levels: readonly GroupingLevel[]): Nesting | null {
  const ordered = [...levels].sort((a, b) => b.levels - a.levels);
  const nested: NestedLevel[] = [];
  let codes = ordered[0]?.codes ?? new Int32Array(0);
  let groups = ordered[0]?.levels ?? 0;
  for (const [index, level] of ordered.entries()) {
    const outer = ordered[index + 1];
    const above =
      outer === undefined ? { parents: new Int32Array(groups), groups: 1 } : parentsOf(codes, groups, outer);
    if (above === null) return null;
    nested.push({ level, groups, codes, parents: above.parents });
    codes = codes.map((code) => above.parents[code] ?? 0);
    groups = above.groups;
  }
  return { levels: nested };
}

function parentsOf(codes: Int32Array, inner: number, outer: GroupingLevel) {
  const parents = new Int32Array(inner).fill(-1);
  for (let row = 0; row < codes.length; row += 1) {
    if (outer.columns.every((column) => column[row] === 0)) continue;
    const group = codes[row] ?? 0;
    const parent = outer.codes[row] ?? 0;
    if (parents[group] === -1) parents[group] = parent;
    else if (parents[group] !== parent) return null;
  }
  let groups = outer.levels;
  for (let group = 0; group < inner; group += 1) {
    if (parents[group] !== -1) continue;
    parents[group] = groups;
    groups += 1;
  }
  return { parents, groups };
}
