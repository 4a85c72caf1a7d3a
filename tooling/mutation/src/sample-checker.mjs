// Plain JavaScript: Stryker loads this file in a process of its own, which on Node 20 cannot read TypeScript.
import { drawSample } from "./draw-sample.mjs";

/** @typedef {import("./draw-sample.mjs").Mutant & { readonly id: string }} Identified */

/**
 * Stryker asks a checker which mutants are worth running. This one lets the drawn ones through; the rest come back as
 * invalid, which counts neither for nor against a score.
 * @param {{ readonly sample: import("./draw-sample.mjs").Sample }} options of Stryker, with ours among them
 */
function createSampleChecker({ sample }) {
  return {
    init: async () => {},
    /** One group: the lots can only be compared when all mutants are there. */
    group: async (/** @type {readonly Identified[]} */ mutants) => [mutants.map(({ id }) => id)],
    check: async (/** @type {readonly Identified[]} */ mutants) => {
      const drawn = new Set(drawSample(mutants, sample));
      const answers = mutants.map((mutant) => [
        mutant.id,
        drawn.has(mutant) ? { status: "passed" } : { status: "compileError", reason: "not drawn" },
      ]);
      return Object.fromEntries(answers);
    },
  };
}
createSampleChecker.inject = ["options"];

export const strykerPlugins = [{ kind: "Checker", name: "sample", factory: createSampleChecker }];
export const strykerValidationSchema = { properties: { sample: { type: "object" } } };
