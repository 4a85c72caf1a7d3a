// Plain JavaScript: Stryker loads this file in a process of its own, which on Node 20 cannot read TypeScript.
import { mutantName } from "./mutant-name.mjs";

/** @typedef {import("./mutant-name.mjs").Mutant & { readonly id: string }} Identified */

/**
 * Stryker asks a checker which mutants are worth running. It makes those of the drawn ranges, and with the one that leaves
 * out a whole block come all those inside the block. This checker lets through only what was drawn; the rest come back as
 * invalid, which counts neither for nor against a score.
 * @param {{ readonly drawn: readonly string[] }} options of Stryker, with ours among them: names of mutants
 */
function createSampleChecker({ drawn }) {
  const names = new Set(drawn);
  return {
    init: async () => {},
    group: async (/** @type {readonly Identified[]} */ mutants) => [mutants.map(({ id }) => id)],
    check: async (/** @type {readonly Identified[]} */ mutants) => {
      const answers = mutants.map((mutant) => [
        mutant.id,
        names.has(mutantName(mutant, mutant.fileName))
          ? { status: "passed" }
          : { status: "compileError", reason: "not drawn" },
      ]);
      return Object.fromEntries(answers);
    },
  };
}
createSampleChecker.inject = ["options"];

export const strykerPlugins = [{ kind: "Checker", name: "sample", factory: createSampleChecker }];
export const strykerValidationSchema = { properties: { drawn: { type: "array" } } };
