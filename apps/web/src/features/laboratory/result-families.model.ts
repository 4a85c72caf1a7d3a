import type { ResultView } from "./laboratory-view";

/** A result with the versions before it, the newest first. What was taken back without a successor stands alone. */
export interface ResultFamily {
  readonly newest: ResultView;
  readonly older: readonly ResultView[];
}

/** Gathers versions under what replaced them, in the order of the newest ones. */
export function resultFamilies(results: readonly ResultView[]): readonly ResultFamily[] {
  const byId = new Map(results.map((result) => [result.resultId, result]));
  const replaced = new Set(
    results.flatMap(({ replacesId, undoneAt }) => (undoneAt === null ? (replacesId ?? []) : [])),
  );
  const undone = results.filter(({ undoneAt }) => undoneAt !== null);
  return results
    .filter(({ resultId, undoneAt, replacesId }) => {
      const belongs = undoneAt !== null && replacesId !== null && byId.has(replacesId);
      return !replaced.has(resultId) && !belongs;
    })
    .map((newest) => ({ newest, older: versionsBefore(newest, byId, undone) }));
}

function versionsBefore(
  newest: ResultView,
  byId: ReadonlyMap<string, ResultView>,
  undone: readonly ResultView[],
): readonly ResultView[] {
  const older: ResultView[] = [];
  let at: ResultView | undefined = newest;
  while (at !== undefined) {
    const { resultId, replacesId }: ResultView = at;
    older.push(...undone.filter((one) => one.replacesId === resultId));
    at = replacesId === null ? undefined : byId.get(replacesId);
    if (at !== undefined) older.push(at);
  }
  return older;
}
