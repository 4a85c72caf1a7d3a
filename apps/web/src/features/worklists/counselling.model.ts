import type { ResultView } from "@/features/laboratory/laboratory-view";
import type { Loop } from "./worklist-view";

const NO_ANSWER = ["rejected", "failed", "pending"];

/** The loop that is open; undefined when none is. */
export function openLoop(loops: readonly Loop[]): Loop | undefined {
  return loops.find(({ closedOn }) => closedOn === null);
}

/** The newest viral load that says something, when it is unsuppressed: what counselling can be opened for. */
export function callingResult(
  results: readonly ResultView[],
  isUnsuppressed: (result: ResultView) => boolean,
): ResultView | undefined {
  const answered = inForce(results).filter(({ measurement }) => !NO_ANSWER.includes(measurement.result.state));
  const newest = answered.toSorted((a, b) => collected(b).localeCompare(collected(a)))[0];
  return newest && isUnsuppressed(newest) ? newest : undefined;
}

/** Tests that can be the repeat of a loop: collected while it is open, after the result that opened it, and not yet named. */
export function repeatsFor(loop: Loop, results: readonly ResultView[]): readonly ResultView[] {
  const first = results.find(({ resultId }) => resultId === loop.openedByResultId);
  const named = new Set(loop.events.map(({ resultId }) => resultId));
  return inForce(results).filter(
    (result) =>
      collected(result) >= loop.openedOn &&
      (first === undefined || collected(result) > collected(first)) &&
      !named.has(result.resultId),
  );
}

function inForce(results: readonly ResultView[]): readonly ResultView[] {
  return results.filter(({ kind, current }) => kind === "viral-load" && current);
}

function collected({ measurement }: ResultView): string {
  return measurement.result.collectedOn;
}
