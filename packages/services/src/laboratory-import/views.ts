import type { BilingualText } from "@alongside/domain/framework/bilingual-text";
import type { Specimen } from "@alongside/domain/viral-load/measurement";
import type { QuestionCode, Reading } from "@alongside/domain/viral-load/reading";
import type { LaboratoryField, LaboratoryMapping } from "@alongside/interchange/formats/laboratory-file/mapping";
import type { Problem } from "@alongside/interchange/problem";
import type { ImportCounts, ImportOutcome, LaboratoryImportState } from "./import-words";

/** A laboratory that sends files. */
export interface LaboratoryView {
  readonly laboratoryId: string;
  readonly name: string;
  readonly active: boolean;
  /** Version of its mapping; 0: it has none yet. */
  readonly mappingVersion: number;
  readonly mapping: LaboratoryMapping | null;
  /** When its last finished import ended. */
  readonly lastImportedAt: Date | null;
}

/** How far an upload has come; sending goes on at `nextPosition`. */
export interface UploadState {
  readonly importId: string;
  readonly pieceBytes: number;
  readonly nextPosition: number;
  readonly receivedBytes: number;
}

/** One import as lists show it. */
export interface LaboratoryImportView {
  readonly importId: string;
  readonly laboratoryId: string;
  readonly laboratoryName: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly state: LaboratoryImportState;
  /** The version it was, or would be, read by; 0: the laboratory has no mapping yet. */
  readonly mappingVersion: number;
  /** Known once the file was read to its end. */
  readonly rowsTotal: number;
  readonly rowsDone: number;
  /** Of the last dry run, or of the run once it is done; null before either. */
  readonly counts: ImportCounts | null;
  /** Rows that are, or would be, stored and wait for a second person. */
  readonly awaiting: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** Whether an error file can be had: there are rows that were not stored, and the file is still there. */
  readonly hasErrorFile: boolean;
}

/** A print that can be read in more than one way, once for every assay. */
export interface OpenQuestion {
  /** In one form; what an answer names. */
  readonly text: string;
  /** As the first such row has it. */
  readonly printed: string;
  /** Key of the assay; null where none is known. */
  readonly assay: string | null;
  readonly question: QuestionCode;
  /** To choose from; empty where something must be added, in the file or in the mapping. */
  readonly readings: readonly Reading[];
  readonly rows: number;
}

/** A word of a column that the mapping does not know; its rows are refused until it does. */
export interface UnknownWord {
  readonly field: LaboratoryField;
  readonly text: string;
  readonly rows: number;
}

/** What the dry run or the run found, besides the rows themselves. */
export interface ImportFindings {
  /** Why the file as a whole cannot be read; then there are no rows. */
  readonly problems: readonly Problem[];
  readonly questions: readonly OpenQuestion[];
  readonly unknownWords: readonly UnknownWord[];
  /** Refused rows by field and rule, the most frequent first. */
  readonly refusals: readonly { readonly field: string | null; readonly rule: string; readonly rows: number }[];
}

/** One row of a file and what became of it. */
export interface ImportRowView {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly outcome: ImportOutcome;
  /** Code of the participant; null where the cell holds none. */
  readonly code: string | null;
  /** The result's cell. */
  readonly printed: string | null;
  /** Of conflicts and refusals: which field of the row (`LaboratoryField`, or a field of the measurement), by which rule. */
  readonly field: string | null;
  readonly rule: string | null;
  /** What the rule's words need. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Soft checks that fired; stored with the reason "laboratory-file", and a second person looks at it. */
  readonly checks: readonly string[];
}

/** A page of rows; `next` is the `after` of the following one, null at the end. */
export interface ImportRowPage {
  readonly rows: readonly ImportRowView[];
  readonly next: number | null;
}

/** What a column holds in the first rows. */
export interface LaboratoryColumn {
  readonly name: string;
  /** The first different texts that are not empty. */
  readonly samples: readonly string[];
  readonly filled: number;
}

export type LaboratorySuggestion =
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | {
      readonly kind: "read";
      readonly file: "csv" | "xlsx";
      /** Of text files. */
      readonly encoding: string | null;
      readonly delimiter: string | null;
      /** Of workbooks: the names of all sheets, and the one that was read. */
      readonly sheets: readonly string[];
      readonly sheet: string | null;
      readonly columns: readonly LaboratoryColumn[];
      readonly rows: readonly (readonly string[])[];
      /** The laboratory's own where all its columns are in the file; else a proposal. Null: a needed column was not found. */
      readonly mapping: LaboratoryMapping | null;
      /** Columns of the proposal, as far as they were found. */
      readonly columnsFound: Readonly<Partial<Record<LaboratoryField, string>>>;
      /** "stored": the laboratory's own mapping, which needs no confirmation. */
      readonly from: "stored" | "proposal";
      /** Version of the laboratory's mapping; 0: none. */
      readonly version: number;
      /** What words can mean: the assays in use and the sites in the scope. */
      readonly assays: readonly {
        readonly key: string;
        readonly edition: string;
        readonly name: BilingualText;
        readonly specimen: Specimen;
      }[];
      readonly sites: readonly { readonly id: string; readonly name: string }[];
    };

/** An import with everything a screen needs to go on. */
export interface LaboratoryImportDetail extends LaboratoryImportView {
  readonly findings: ImportFindings | null;
  readonly receivedBytes: number;
  /** Where sending goes on, while it is uploading. */
  readonly nextPosition: number;
}
