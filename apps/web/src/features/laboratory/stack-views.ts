import type { Measurement } from "./laboratory-view";
import { type Judging, type RowView, rowView } from "./row-view.model";
import { carriedDown, type StackRow } from "./stack";
import type { People } from "./use-people";

/** What every row of a stack says, each seeing those of the same person above it. */
export function stackViews(
  rows: readonly StackRow[],
  people: Pick<People, "of">,
  judging: Judging,
): ReadonlyMap<string, RowView> {
  const carried = carriedDown(rows);
  const above = new Map<string, Measurement[]>();
  const views = new Map<string, RowView>();
  rows.forEach((row, place) => {
    const of = carried[place];
    if (of === undefined) return;
    const person = people.of(row.code);
    const recent = person.kind === "found" ? person.recent : null;
    const before = recent === null ? [] : (above.get(recent.code) ?? []);
    const view = rowView(row, of, recent, before, judging);
    views.set(row.id, view);
    if (recent !== null && view.measurement !== null && counts(view.measurement)) {
      above.set(recent.code, [...before, view.measurement]);
    }
  });
  return views;
}

function counts({ result: { state } }: Measurement): boolean {
  return state !== "rejected" && state !== "failed";
}
