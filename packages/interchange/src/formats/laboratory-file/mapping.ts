import { LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import {
  COMPARATORS,
  RESULT_STATES,
  RESULT_UNITS,
  SPECIMENS,
  TEST_REASONS,
} from "@alongside/domain/viral-load/measurement";
import { REJECTION_CODES, TEST_FAILURE_CODES } from "@alongside/domain/viral-load/no-result-reasons";
import { z } from "zod";
import { CSV_DELIMITERS } from "../csv/delimiter";
import { CSV_ENCODINGS } from "../csv/encoding";

/**
 * How the files of one laboratory are read: which column says what, how days and decimals are written, and what its own
 * words mean. Plain data, kept in versions, so that a file can be read the same way years later.
 */

export const LABORATORY_DATE_FORMATS = [
  ...(["yyyy-mm-dd", "yyyy/mm/dd", "dd/mm/yyyy", "mm/dd/yyyy", "dd.mm.yyyy", "dd-mm-yyyy"] as const),
  /** 4-May-2026, 04 May 26 is refused: a year has four digits. */
  "dd-mmm-yyyy",
] as const;
export type LaboratoryDateFormat = (typeof LABORATORY_DATE_FORMATS)[number];

/** What a column can hold. `participant`, `result` and `collectedOn` are needed. */
export const LABORATORY_FIELDS = [
  "participant",
  "result",
  "collectedOn",
  "receivedOn",
  "testedOn",
  "returnedOn",
  "kind",
  "unit",
  "specimen",
  "assay",
  "reason",
  "rejection",
  "failure",
  "site",
] as const;
export type LaboratoryField = (typeof LABORATORY_FIELDS)[number];

const column = z.string().min(1).max(1000);
/** A cell as the laboratory writes it; capitals and spaces at the ends do not matter. */
const word = z.string().trim().min(1).max(200);
const assay = z.object({ key: z.string().min(1).max(80), edition: z.string().min(1).max(20) });
const words = <T extends z.ZodType>(meaning: T) =>
  z
    .array(z.object({ text: word, means: meaning }))
    .max(500)
    .default([]);

const answer = z.object({
  /** As printed, in one form: `answerKey`. */
  text: z.string().min(1).max(200),
  /** Key of the assay of the result; null where none was known. */
  assay: z.string().max(80).nullable(),
  /** One of the readings that were offered; null: these rows hold no result and are left out. */
  reading: z
    .object({
      state: z.enum(RESULT_STATES),
      comparator: z.enum(COMPARATORS).nullable(),
      value: z.string().max(40).nullable(),
      unit: z.enum(RESULT_UNITS).nullable(),
    })
    .nullable(),
  /** Why, where the reading is "rejected" or "failed". */
  code: z
    .enum([...REJECTION_CODES, ...TEST_FAILURE_CODES])
    .nullable()
    .default(null),
});
export type PrintAnswer = z.output<typeof answer>;

/** The mapping of a laboratory's files. Parsing fills the defaults. */
export const laboratoryMappingSchema = z.object({
  encoding: z.enum(CSV_ENCODINGS).default("auto"),
  delimiter: z.enum(["auto", ...CSV_DELIMITERS]).default("auto"),
  /** Name of the sheet of a workbook; null: the first one. */
  sheet: z.string().min(1).max(200).nullable().default(null),
  columns: z.object({ participant: column, result: column, collectedOn: column }).extend(
    z
      .object({
        ...{ receivedOn: column, testedOn: column, returnedOn: column, kind: column, unit: column },
        ...{ specimen: column, assay: column, reason: column, rejection: column, failure: column, site: column },
      })
      .partial().shape,
  ),
  dateFormat: z.enum(LABORATORY_DATE_FORMATS).default("yyyy-mm-dd"),
  /** "auto": whatever can be read one way only; the rest is asked. */
  decimalMark: z.enum(["auto", ".", ","]).default("auto"),
  /** What holds for every row whose file does not say otherwise. `specimen` is needed for viral loads without an assay. */
  constants: z
    .object({
      kind: z.enum(LAB_KINDS).default("viral-load"),
      /** Null: the result cell says it, or the parser asks. */
      unit: z.enum(RESULT_UNITS).nullable().default(null),
      specimen: z.enum(SPECIMENS).nullable().default(null),
      assay: assay.nullable().default(null),
      reason: z.enum(TEST_REASONS).default("not-stated"),
    })
    .default({ kind: "viral-load", unit: null, specimen: null, assay: null, reason: "not-stated" }),
  /** What stands in a cell when it says nothing; the empty cell always counts. */
  missing: z.array(z.string().max(40)).max(50).default(["NA", "N/A", ".", "-", "NULL"]),
  kinds: words(z.enum(LAB_KINDS)),
  units: words(z.enum(RESULT_UNITS)),
  specimens: words(z.enum(SPECIMENS)),
  assays: words(assay),
  reasons: words(z.enum(TEST_REASONS)),
  rejections: words(z.enum(REJECTION_CODES)),
  failures: words(z.enum(TEST_FAILURE_CODES)),
  /** Id of a site. A row about somebody at another site is refused. */
  sites: words(z.uuid()),
  /** Ambiguous prints, answered once. */
  answers: z.array(answer).max(2000).default([]),
  /** Whether a row that says something else than what is stored corrects it. Otherwise it is a conflict, and what is stored stays. */
  corrects: z.boolean().default(false),
});
export type LaboratoryMapping = z.output<typeof laboratoryMappingSchema>;
export type LaboratoryMappingInput = z.input<typeof laboratoryMappingSchema>;
