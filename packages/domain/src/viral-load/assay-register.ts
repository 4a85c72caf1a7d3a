import type { Assay } from "./assay";
import { ASSAYS } from "./assays.data";

/** The published assays with a programme's own. A programme's edition of a published assay stands in its place. */
export function mergeAssays(own: readonly Assay[]): readonly Assay[] {
  const ownEditions = new Set(own.map(identityOf));
  const published: readonly Assay[] = ASSAYS;
  return [...published.filter((assay) => !ownEditions.has(identityOf(assay))), ...own];
}

function identityOf({ key, edition }: Pick<Assay, "key" | "edition">): string {
  return JSON.stringify([key, edition]);
}

/**
 * The assay with this key and edition; without an edition, the newest. Undefined when there is none: an edition that is
 * not the one asked for may have other limits.
 */
export function findAssay(register: readonly Assay[], key: string, edition?: string): Assay | undefined {
  const editions = register.filter((assay) => assay.key === key);
  return edition === undefined ? newest(editions) : editions.find((assay) => assay.edition === edition);
}

/** The newest edition of every assay, in the order of the register: what new results are entered under. */
export function newestEditions(register: readonly Assay[]): readonly Assay[] {
  return register.filter((assay) => newest(register.filter(({ key }) => key === assay.key)) === assay);
}

/** The one valid from the latest day; of two from the same day the later in the list. */
function newest(editions: readonly Assay[]): Assay | undefined {
  return editions.reduce<Assay | undefined>(
    (best, assay) => (best === undefined || assay.validFrom >= best.validFrom ? assay : best),
    undefined,
  );
}
