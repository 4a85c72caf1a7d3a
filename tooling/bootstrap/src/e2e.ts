import { runJourneys } from "./journeys";
import { runMode } from "./run-mode";
import { runStage } from "./run-stage";
import { shutDown } from "./shutdown";
import { isGreen, summaryLines } from "./test-tally";

/** `pnpm e2e`: the journeys in a real browser; further words of the command go to Playwright. */
export function main(): Promise<void> {
  return runMode(async () => {
    const stages = [await runStage("journeys", () => runJourneys(process.argv.slice(3)))];
    console.log(`\n${summaryLines(stages).join("\n")}`);
    await shutDown(isGreen(stages) ? 0 : 1);
  });
}
