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

type Figures = ImportReport["figures"][number];

interface StoredReport {
  readonly report: JsonOutput;
  readonly status: string;
}

/** The report as a json column takes it. */
export function reportJson(report: ImportReport): JsonInput {
  return JSON.parse(JSON.stringify(report));
}

/**
 * What stays of a report once the file is imported: how many people and values came, and what was created. Figures of
 * single groups, the lowest and highest value among them, and the cells of problems served the check and go with the file.
 */
export function lastingReport(report: ImportReport): ImportReport {
  return { ...report, figures: [], cohorts: [], problems: [], problemCounts: [] };
}

/** The report as stored by `reportJson`, or null; of an import that is done no more than what lasts. */
export function storedReport({ report: stored, status }: StoredReport): ImportReport | null {
  const json: unknown = stored;
  if (!isReport(json)) return null;
  const report = { ...json, figures: (json.figures ?? []).map(withoutMean) };
  return status === "done" ? lastingReport(report) : report;
}

/** Whether it was written by `reportJson`: nothing else is written there. Reports of the first version had no figures. */
function isReport(json: unknown): json is Omit<ImportReport, "figures"> & Partial<Pick<ImportReport, "figures">> {
  return typeof json === "object" && json !== null && "importable" in json;
}

/** Reports of earlier versions carry the mean of every measure at every time, which are results. */
function withoutMean({ measure, timepoint, records, missing, lowest, highest }: Figures): Figures {
  return { measure, timepoint, records, missing, lowest, highest };
}
