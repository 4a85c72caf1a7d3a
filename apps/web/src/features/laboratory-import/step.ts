import type { ImportState } from "./laboratory-import-views";

export const STEPS = ["columns", "check", "run", "done"] as const;
export type Step = (typeof STEPS)[number];

/** What is at work on this page, which the server may not show yet. */
export type AtWork = "check" | "run" | null;

/** The step an import is at; `sending` comes before them. Going back to the columns is possible until it has run. */
export function stepOf(
  state: ImportState,
  wasChecked: boolean,
  atWork: AtWork,
  wanted: string | null,
): Step | "sending" {
  if (state === "done") return "done";
  if (state === "uploading") return "sending";
  if (state === "running" || atWork === "run") return "run";
  if (state === "checking" || atWork === "check") return "check";
  if (state === "uploaded" || wanted === "columns" || !wasChecked) return "columns";
  return "check";
}
