import type { StoredResult } from "../lab-result/stored-result";

/** What one person's results of one kind are found by. */
interface OfKind {
  readonly byDay: Map<string, readonly StoredResult[]>;
  /** Days with a result, in order; those on which a specimen gave none, or has none yet, are not among them. */
  readonly answered: string[];
}

/**
 * The results of one person in force, by kind and day: a laboratory's archive may hold thousands of one person, and every
 * row of it is judged by those beside it, without going through all the others.
 */
export class ResultsByDay {
  readonly #kinds = new Map<string, OfKind>();

  /** @param results the newest first, as they are read */
  constructor(results: readonly StoredResult[]) {
    for (const result of results.toReversed()) this.#insert(result);
  }

  /**
   * Everything that a new result of this kind and day can be judged by, the newest first: what is stored for that day, and
   * for the last day before and the first one after on which there was a result.
   */
  near(kind: string, day: string): readonly StoredResult[] {
    const { byDay, answered } = this.#ofKind(kind);
    const at = firstFrom(answered, day);
    const after = answered[at] === day ? at + 1 : at;
    return [answered[after], day, answered[at - 1]].flatMap((one) => (one === undefined ? [] : (byDay.get(one) ?? [])));
  }

  /** Takes in a result that was accepted, and leaves out the one of its day that it replaces. */
  add(result: StoredResult): void {
    const { byDay, answered } = this.#ofKind(result.kind);
    const day = result.collectedOn;
    const left = (byDay.get(day) ?? []).filter(({ resultId }) => resultId !== result.replacesId);
    byDay.set(day, left);
    const at = firstFrom(answered, day);
    if (answered[at] === day && !left.some(isAnswer)) answered.splice(at, 1);
    this.#insert(result);
  }

  #insert(result: StoredResult): void {
    const { byDay, answered } = this.#ofKind(result.kind);
    const day = result.collectedOn;
    byDay.set(day, [result, ...(byDay.get(day) ?? [])]);
    const at = firstFrom(answered, day);
    if (isAnswer(result) && answered[at] !== day) answered.splice(at, 0, day);
  }

  #ofKind(kind: string): OfKind {
    const known = this.#kinds.get(kind) ?? { byDay: new Map(), answered: [] };
    this.#kinds.set(kind, known);
    return known;
  }
}

function isAnswer({ state }: StoredResult): boolean {
  return state !== "rejected" && state !== "failed" && state !== "pending";
}

/** Where the first day is that is not before this one. */
function firstFrom(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
