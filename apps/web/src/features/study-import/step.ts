import type { ImportView } from "./study-import-views";

export const STEPS = ["columns", "check", "run", "done"] as const;
export type Step = (typeof STEPS)[number];

/** The step an import is at. Going back to the columns is possible until it has run; going ahead is not by address. */
export function stepOf(state: ImportView["state"], runRequested: boolean, wanted: string | null): Step {
  if (state === "done") return "done";
  if (state === "running" || runRequested) return "run";
  if (state === "uploaded" || state === "uploading" || wanted === "columns") return "columns";
  return "check";
}
