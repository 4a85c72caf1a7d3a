/** What became of one row of a file. */
export const IMPORT_OUTCOMES = [
  /** A result that was not there; or the result of a specimen that was recorded as pending. */
  "new",
  /** The same result is stored already, typed or from a file. */
  "same",
  /** It says something else than what is stored, and stands in its place, because the laboratory corrects. */
  "changed",
  /** It says something else than what is stored, and what is stored stays. */
  "conflict",
  /** Its print can be read in more than one way, and nobody has said yet how. */
  "question",
  /** Nothing of it can be stored; field, rule and values say why. */
  "refused",
] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** Rows by outcome. */
export type ImportCounts = Readonly<Record<ImportOutcome, number>>;

/** Where an import can be said to stand in its row. */
export const STORED_IMPORT_STATES = [
  /** Pieces are arriving; it can go on after an interruption. */
  "uploading",
  "uploaded",
  /** The dry run reads the file. */
  "checking",
  "checked",
  "running",
  "done",
  /** The run ended with a fault; nothing of the file was stored. */
  "failed",
  /** Somebody stopped it; nothing of the file was stored. */
  "cancelled",
] as const;

/** `interrupted` is found out, not stored: it says checking or running, and nobody is at work on it. */
export type LaboratoryImportState = (typeof STORED_IMPORT_STATES)[number] | "interrupted";

/** Written as the reason of a correction, and as the reason why a soft check was passed: the laboratory's file says so. */
export const LABORATORY_FILE = "laboratory-file";

/** Ways in which a row of a file does not go into the programme, beyond those of a row that is typed. */
export const IMPORT_ROW_RULES = [
  /** Refused: there is nobody with this code in the sites of whoever imports. */
  "participant.none",
  /** Refused: the row names a site, and the person is at another one. */
  "at-another-site",
  /** Conflict: what is stored says something else, and the laboratory does not correct. values: stored, file. */
  "differs",
  /** Conflict: two rows of the file contradict each other; the first one counts. */
  "twice-in-file",
  /** Conflict: this was stored before and has been corrected since. */
  "superseded",
  /** Conflict: several results of that day are stored, and the row does not say which it is about. values: stored, all of them. */
  "several-that-day",
] as const;
export type ImportRowRule = (typeof IMPORT_ROW_RULES)[number];
