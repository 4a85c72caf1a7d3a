import type { JsonInput, JsonOutput } from "@alongside/db/client";
import type { StudyReport } from "@alongside/interchange/formats/study-csv/read-study";

/** What a study file holds, and what it would make, or has made, of the programme. Plain JSON, stored with the import. */
export interface ImportReport extends StudyReport {
  /** Participants of the file that the programme knows from an earlier file with the same labels. */
  readonly knownParticipants: number;
  /** Values that are stored already, with the same number; they are passed over. */
  readonly alreadyStored: number;
  /** Names of what is created. */
  readonly creates: {
    readonly sites: readonly string[];
    readonly cohorts: readonly string[];
    readonly timepoints: readonly string[];
    readonly measures: readonly string[];
  };
}

/** The report as a json column takes it. */
export function reportJson(report: ImportReport): JsonInput {
  return JSON.parse(JSON.stringify(report));
}

/** The report as stored by `reportJson`; null where there is none. One from before the figures were kept has none of them. */
export function storedReport(json: JsonOutput): ImportReport | null {
  if (json === null || typeof json !== "object" || !("importable" in json)) return null;
  return { figures: [], ...json } as unknown as ImportReport;
}
