import type { ResultView } from "@/features/laboratory/laboratory-view";
import type { Loop } from "./worklist-view";

const NO_ANSWER = ["rejected", "failed", "pending"];

/** As much of a result as tells whether it calls for counselling. */
interface Tested extends Pick<ResultView, "resultId" | "kind" | "current" | "replacesId"> {
  readonly measurement: { readonly result: { readonly state: string; readonly collectedOn: string } };
}

/** The loop that is open; undefined when none is. */
export function openLoop(loops: readonly Loop[]): Loop | undefined {
  return loops.find(({ closedOn }) => closedOn === null);
}

/** The newest viral load that says something, when it is unsuppressed: what counselling can be opened for. */
export function callingResult<Result extends Tested>(
  results: readonly Result[],
  isUnsuppressed: (result: Result) => boolean,
): Result | undefined {
  const answered = inForce(results).filter(({ measurement }) => !NO_ANSWER.includes(measurement.result.state));
  const newest = answered.toSorted((a, b) => collected(b).localeCompare(collected(a)))[0];
  return newest && isUnsuppressed(newest) ? newest : undefined;
}

/** Tests that can be the repeat of a loop: collected after the result that opened it as that stands now, and not yet named. */
export function repeatsFor<Result extends Tested>(loop: Loop, results: readonly Result[]): readonly Result[] {
  const first = versionInForce(results, loop.openedByResultId);
  const named = new Set(loop.events.map(({ resultId }) => resultId));
  return inForce(results).filter(
    (result) =>
      (first === undefined ? collected(result) >= loop.openedOn : collected(result) > collected(first)) &&
      !named.has(result.resultId),
  );
}

/** The version in force of a result that may have been corrected, once or several times; itself where none is. */
function versionInForce<Result extends Tested>(results: readonly Result[], resultId: string): Result | undefined {
  const own = results.find((one) => one.resultId === resultId);
  if (own?.current) return own;
  const later = results.filter(({ replacesId }) => replacesId === resultId);
  return later.map((one) => versionInForce(results, one.resultId)).find((one) => one?.current) ?? own;
}

function inForce<Result extends Tested>(results: readonly Result[]): readonly Result[] {
  return results.filter(({ kind, current }) => kind === "viral-load" && current);
}

function collected({ measurement }: Tested): string {
  return measurement.result.collectedOn;
}
