// Plain JavaScript: the checker, which imports it, runs where Node 20 cannot read TypeScript.

/**
 * @typedef {{ readonly line: number, readonly column: number }} Position
 * @typedef {object} Mutant what Stryker knows of a mutant before it is tried
 * @property {string} fileName
 * @property {{ readonly start: Position, readonly end: Position }} location lines from 0
 * @property {string} mutatorName
 * @property {string} replacement
 */

/**
 * What tells a mutant from every other one of the file.
 * @param {Mutant} mutant
 * @param {string} file the file's name as it shall stand in the mutant's
 */
export function mutantName({ location: { start, end }, mutatorName, replacement }, file) {
  return [file, start.line, start.column, end.line, end.column, mutatorName, replacement].join("\n");
}
