import { instrumentToken } from "@/features/collect/address";

/** The parts of the settings, in the order an administrator needs them when a programme begins. */
export const SECTIONS = [
  { id: "programme", path: "" },
  { id: "sites", path: "/sites" },
  { id: "cohorts", path: "/cohorts" },
  { id: "timepoints", path: "/timepoints" },
  { id: "instruments", path: "/instruments" },
  { id: "wording", path: "/wording" },
  { id: "laboratory", path: "/laboratory" },
  { id: "assays", path: "/assays" },
  { id: "consents", path: "/consents" },
  { id: "erasures", path: "/erasures" },
  { id: "openings", path: "/openings" },
  { id: "people", path: "/people" },
  { id: "identity", path: "/identity" },
  { id: "access", path: "/access" },
  { id: "audit", path: "/audit" },
  { id: "backups", path: "/backups" },
] as const;
export type SectionId = (typeof SECTIONS)[number]["id"];

/** The address of a part. */
export function sectionHref(base: string, id: SectionId): string {
  return `${base}/settings${SECTIONS.find((section) => section.id === id)?.path ?? ""}`;
}

/** The address of one instrument. It does not say which: addresses stay behind in histories and on screens. */
export function instrumentHref(base: string, code: string): string {
  return `${sectionHref(base, "instruments")}/${instrumentToken(code)}`;
}

/** The address where the wording of one instrument is loaded. */
export function loadWordingHref(base: string, code: string): string {
  return `${sectionHref(base, "wording")}?instrument=${instrumentToken(code)}`;
}

/** Whether the person may change the settings; everybody else reads a summary. */
export function maySet(programme: { readonly verbs: readonly string[] }): boolean {
  return programme.verbs.includes("programme.update");
}
