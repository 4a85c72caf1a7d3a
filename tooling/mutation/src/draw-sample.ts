import { createHash } from "node:crypto";
import path from "node:path";
import { type Mutant, mutantName } from "./mutant-name.mjs";

/** How many mutants of a folder are tried, and the seed of the lots. */
export interface Sample {
  readonly size: number;
  readonly seed: number;
}

/**
 * Draws mutants by lot, all where there are fewer than the sample's size. The lot of a mutant hangs on the seed and on the
 * mutant alone: better tests are asked about the mutants they were written for, and a changed line changes its own.
 * @param mutants all of one folder
 * @param root folder that files are named from, so that the draw is the same on every machine
 */
export function drawSample<M extends Mutant>(
  mutants: readonly M[],
  { size, seed }: Sample,
  root: string,
): readonly M[] {
  const lots = mutants.map((mutant) => {
    const file = path.relative(root, mutant.fileName).split(path.sep).join("/");
    const lot = createHash("sha256")
      .update(`${seed}\n${mutantName(mutant, file)}`)
      .digest("hex");
    return { mutant, lot };
  });
  return lots
    .sort((first, second) => (first.lot < second.lot ? -1 : 1))
    .slice(0, size)
    .map(({ mutant }) => mutant);
}
