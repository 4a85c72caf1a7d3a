import { hasPassed, type Score } from "./score";

/** One line for each score: the share noticed, of how many tried, how many there are, and whether that is enough. */
export function printScores(scores: readonly Score[]): string {
  return scores.map(scoreLine).join("\n");
}

function scoreLine(score: Score): string {
  const { folder, mutants, tried, noticed, unreached, share } = score;
  const percent = share === null ? "–" : `${(100 * share).toFixed(1)} %`;
  const all = tried === mutants ? "" : `, of ${mutants} there are`;
  const notReached = unreached === 0 ? "" : `, ${unreached} reached by no test`;
  return `${hasPassed(score) ? "ok  " : "LOW "} ${folder.padEnd(18)} ${percent.padStart(7)}  ${noticed} of ${tried} noticed${notReached}${all}`;
}
