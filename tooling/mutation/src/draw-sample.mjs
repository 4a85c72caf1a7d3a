import { createHash } from "node:crypto";
import path from "node:path";

/**
 * @typedef {{ readonly line: number, readonly column: number }} Position
 * @typedef {object} Mutant
 * @property {string} fileName
 * @property {{ readonly start: Position, readonly end: Position }} location
 * @property {string} mutatorName
 * @property {string} replacement
 *
 * @typedef {object} Sample
 * @property {string} root folder whose folders each get a sample
 * @property {number} size mutants per folder
 * @property {number} seed
 */

/**
 * The lot of a mutant hangs on the seed and on the mutant alone: the same mutants are drawn whatever other folders are
 * named, and better tests are asked about the mutants they were written for.
 * @param {Mutant} mutant
 * @param {Sample} sample
 */
function lotOf({ fileName, location: { start, end }, mutatorName, replacement }, { root, seed }) {
  const file = path.relative(root, fileName).split(path.sep).join("/");
  const mutation = [seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement];
  return createHash("sha256").update(mutation.join("\n")).digest("hex");
}

/**
 * The folder below `root` that a file is counted under.
 * @param {string} root
 * @param {string} fileName
 */
export function folderOf(root, fileName) {
  return path.relative(root, fileName).split(path.sep)[0] ?? "";
}

/**
 * Draws the same number of mutants from each folder, all of them where there are fewer.
 * @template {Mutant} M
 * @param {readonly M[]} mutants
 * @param {Sample} sample
 * @returns {readonly M[]}
 */
export function drawSample(mutants, sample) {
  /** @type {Map<string, { readonly mutant: M, readonly lot: string }[]>} */
  const folders = new Map();
  for (const mutant of mutants) {
    const folder = folderOf(sample.root, mutant.fileName);
    const entry = { mutant, lot: lotOf(mutant, sample) };
    const entries = folders.get(folder);
    if (entries === undefined) folders.set(folder, [entry]);
    else entries.push(entry);
  }
  return [...folders.values()].flatMap((entries) =>
    entries
      .sort((first, second) => (first.lot < second.lot ? -1 : 1))
      .slice(0, sample.size)
      .map(({ mutant }) => mutant),
  );
}
