import type { RowView } from "./row-view.model";
import type { StackField, StackRow } from "./stack";
import type { Person } from "./use-people";

/** Where "Enter" leads: to what the row still lacks, else to the next paper. */
export type NextStep =
  | { readonly kind: "cell"; readonly field: StackField }
  | { readonly kind: "choice" }
  | { readonly kind: "reason"; readonly check: string }
  | { readonly kind: "next-row" }
  /** The code has to be right first. */
  | { readonly kind: "stay" };

const NO_NUMBER: readonly string[] = ["not-detected", "pending"];
const CELLS: readonly string[] = [
  "code",
  "state",
  "result",
  "noResultCode",
  "collectedOn",
  "assay",
  "specimen",
  "testReason",
  "receivedOn",
  "testedOn",
  "returnedOn",
  "timepointCode",
];

/**
 * The way through a row from the cell where "Enter" was pressed: code, state, result, then whatever is wrong or asked,
 * then the next row.
 */
export function nextStep(row: StackRow, view: RowView, person: Person, from: string): NextStep {
  if (from === "code") {
    if (person.kind === "mistyped" || person.kind === "no-code") return { kind: "stay" };
    return { kind: "cell", field: "state" };
  }
  if (from === "state") {
    if (row.state === "rejected" || row.state === "failed") return { kind: "cell", field: "noResultCode" };
    if (!NO_NUMBER.includes(row.state)) return { kind: "cell", field: "result" };
  }
  if (view.reading.kind === "nothing") return { kind: "cell", field: from === "result" ? "state" : "result" };
  if (view.reading.kind === "question" && view.reading.choices.length > 0) return { kind: "choice" };
  const wrong = view.problems.find(({ field }) => CELLS.includes(field) && field !== from);
  if (wrong !== undefined) return { kind: "cell", field: wrong.field as StackField };
  if (view.problems.length > 0) return { kind: "stay" };
  const open = view.checks.find(({ check }) => (row.reasons[check] ?? "").trim().length < 3 && check !== from);
  if (open !== undefined) return { kind: "reason", check: open.check };
  return { kind: "next-row" };
}
