import { BootError, explanationText } from "./boot-failure";
import { NO_TESTS, type Stage, type Tally } from "./test-tally";

export type StageResult = Tally & Pick<Stage, "broken">;

/** Runs one stage. What keeps it from running is explained and counted as broken, so that the stages after it still run. */
export async function runStage(name: string, work: () => Promise<StageResult>): Promise<Stage> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  console.log(`\n${name}`);
  try {
    return { ...(await work()), name, seconds: seconds() };
  } catch (error) {
    const known = error instanceof BootError ? error.failure : undefined;
    console.error(known === undefined ? error : explanationText(known));
    return { ...NO_TESTS, name, seconds: seconds(), broken: [known?.code ?? "could not run"] };
  }
}
