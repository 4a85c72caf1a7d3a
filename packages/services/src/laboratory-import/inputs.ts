import { CSV_DELIMITERS } from "@alongside/interchange/formats/csv/delimiter";
import { CSV_ENCODINGS } from "@alongside/interchange/formats/csv/encoding";
import { laboratoryMappingSchema } from "@alongside/interchange/formats/laboratory-file/mapping";
import { z } from "zod";
import { IMPORT_OUTCOMES } from "./import-words";

const programme = { programmeId: z.uuid() };
const one = { ...programme, importId: z.uuid() };

/** Most bytes of a file in one request. */
export const PIECE_BYTES = 262_144;
const PIECE_CHARACTERS = Math.ceil(PIECE_BYTES / 3) * 4;

export const listLaboratoriesInput = z.object(programme);
export const saveLaboratoryInput = z.object({
  ...programme,
  /** Made on the device. An id that exists is renamed, closed or opened. */
  laboratoryId: z.uuid(),
  name: z.string().trim().min(1).max(120),
  active: z.boolean().default(true),
});
export const saveMappingInput = z.object({
  ...programme,
  laboratoryId: z.uuid(),
  /** The version that was looked at; 0 for none. */
  basedOn: z.int().min(0),
  mapping: laboratoryMappingSchema,
});

export const beginUploadInput = z.object({
  ...one,
  laboratoryId: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
  bytes: z.int().min(1),
});
export const sendPieceInput = z.object({
  ...one,
  /** From 0. Every piece but the last has exactly `PIECE_BYTES`. */
  position: z.int().min(0).max(10_000),
  content: z.base64().min(1).max(PIECE_CHARACTERS),
});
export const finishUploadInput = z.object({
  ...one,
  /** Of the whole file on the device, where it can make one: a file that was changed during an interruption is noticed. */
  sha256: z.hash("sha256").optional(),
});

export const suggestLaboratoryMappingInput = z.object({
  ...one,
  encoding: z.enum(CSV_ENCODINGS).default("auto"),
  delimiter: z.enum(["auto", ...CSV_DELIMITERS]).default("auto"),
  sheet: z.string().min(1).max(200).nullable().default(null),
});
export const checkLaboratoryFileInput = z.object(one);
export const answerPrintsInput = z.object({
  ...one,
  answers: z.array(laboratoryMappingSchema.shape.answers.unwrap().element).min(1).max(200),
});
export const runLaboratoryImportInput = z.object(one);
export const cancelLaboratoryImportInput = z.object(one);
export const discardLaboratoryImportInput = z.object(one);
export const readLaboratoryImportInput = z.object(one);
export const importRowsInput = z.object({
  ...one,
  /** Null: all. */
  outcome: z.enum(IMPORT_OUTCOMES).nullable().default(null),
  /** Rows below this one; null: from the top. */
  after: z.int().min(0).nullable().default(null),
  take: z.int().min(1).max(200).default(50),
});
export const listLaboratoryImportsInput = z.object({ ...programme, laboratoryId: z.uuid().nullable().default(null) });
