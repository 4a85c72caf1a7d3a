import type { MappingDraft } from "./mapping-draft";

/** What a column is used for, for the head of the preview. */
export type ColumnRole =
  | { readonly kind: "participant" | "cohort" | "site" | "timepoint" | "measure" | "value" | "date" | "unused" }
  | { readonly kind: "values"; readonly measure: string; readonly timepoint: string | null };

/** The use of a column under a draft. A column may serve once only; the first use that is found counts. */
export function columnRole(draft: MappingDraft, column: string): ColumnRole {
  for (const kind of ["participant", "cohort", "site", "timepoint", "date"] as const) {
    if (draft[kind] === column) return { kind };
  }
  if (draft.form === "long") {
    if (draft.measure === column) return { kind: "measure" };
    return { kind: draft.value === column ? "value" : "unused" };
  }
  const value = draft.values.find((each) => each.column === column);
  if (value === undefined) return { kind: draft.values.some((each) => each.date === column) ? "date" : "unused" };
  const measure = draft.measures.find((each) => each.code === value.measure)?.name ?? value.measure;
  const timepoint = draft.timepoints.find((each) => each.code === value.timepoint)?.name ?? null;
  return { kind: "values", measure, timepoint: draft.timepoint === null ? timepoint : null };
}
