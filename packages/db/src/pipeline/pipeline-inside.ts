import type { Tx } from "../client";
import type { Pipeline } from "./pipeline";

/** The same over a transaction that is open already; whoever opened it keeps or undoes everything. */
export function pipelineInside(tx: Tx): Pipeline {
  const ask: Pipeline["ask"] = async (statements) => {
    const answers: (readonly unknown[])[] = [];
    for (const statement of statements) answers.push(await tx.$queryRaw<unknown[]>(statement));
    return answers;
  };
  return { ask, finish: async (statements) => void (await ask(statements)) };
}
