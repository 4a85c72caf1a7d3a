import type { LaboratoryMappingInput } from "@alongside/interchange/formats/laboratory-file/mapping";
import { uuidv7 } from "uuidv7";
import type { Context } from "../context";
import { beginLaboratoryUpload } from "../laboratory-import/begin-upload";
import { checkLaboratoryFile } from "../laboratory-import/check";
import { finishLaboratoryUpload } from "../laboratory-import/finish-upload";
import { PIECE_BYTES } from "../laboratory-import/inputs";
import { runLaboratoryImport } from "../laboratory-import/run";
import { saveProgrammeLaboratory } from "../laboratory-import/save-laboratory";
import { saveLaboratoryMapping } from "../laboratory-import/save-mapping";
import { sendLaboratoryPiece } from "../laboratory-import/send-piece";
import type { LaboratoryImportDetail } from "../laboratory-import/views";

/** How the files of these tests are read: plain columns, Abbott 600 µL, days as in Kenya. */
export const FILE_MAPPING = {
  columns: { participant: "Client code", result: "VL result", collectedOn: "Collected", testedOn: "Tested" },
  dateFormat: "dd/mm/yyyy",
  constants: {
    ...{ kind: "viral-load", unit: null, specimen: "plasma", reason: "routine" },
    assay: { key: "abbott-realtime-plasma-600", edition: "1" },
  },
} as const satisfies LaboratoryMappingInput;

/** A file of rows "code result collected tested", with the columns of `FILE_MAPPING`. */
export function laboratoryFile(rows: readonly (readonly [string, string, string, string?])[]): string {
  const lines = rows.map(([code, result, collected, tested = ""]) => `${code};"${result}";${collected};${tested};Mary`);
  return `Client code;VL result;Collected;Tested;Nurse\r\n${lines.join("\r\n")}\r\n`;
}

/** A laboratory with a mapping. */
export async function laboratoryWith(
  context: Context,
  programmeId: string,
  over: { readonly corrects?: boolean } = {},
): Promise<string> {
  const laboratoryId = uuidv7();
  const name = `Laboratory ${laboratoryId.slice(-6)}`;
  expectOk(await saveProgrammeLaboratory(context, { programmeId, laboratoryId, name }));
  await mapAs(context, programmeId, laboratoryId, over);
  return laboratoryId;
}

/** Another version of its mapping. */
export async function mapAs(
  context: Context,
  programmeId: string,
  laboratoryId: string,
  over: Partial<LaboratoryMappingInput>,
  basedOn = 0,
): Promise<void> {
  const mapping = { ...FILE_MAPPING, ...over };
  expectOk(await saveLaboratoryMapping(context, { programmeId, laboratoryId, basedOn, mapping }));
}

/** Uploads a file in pieces; gives its import. */
export async function uploadLaboratoryFile(
  context: Context,
  programmeId: string,
  laboratoryId: string,
  content: string | Uint8Array,
): Promise<{ readonly programmeId: string; readonly importId: string }> {
  const bytes = Buffer.from(content);
  const importId = uuidv7();
  const about = { programmeId, importId };
  expectOk(
    await beginLaboratoryUpload(context, { ...about, laboratoryId, fileName: "week 21.csv", bytes: bytes.length }),
  );
  for (let position = 0; position * PIECE_BYTES < bytes.length; position += 1) {
    const piece = bytes.subarray(position * PIECE_BYTES, (position + 1) * PIECE_BYTES).toString("base64");
    expectOk(await sendLaboratoryPiece(context, { ...about, position, content: piece }));
  }
  expectOk(await finishLaboratoryUpload(context, about));
  return about;
}

/** Uploads, checks and imports; gives what the import says at the end. */
export async function importLaboratoryFile(
  context: Context,
  programmeId: string,
  laboratoryId: string,
  content: string | Uint8Array,
): Promise<LaboratoryImportDetail> {
  const about = await uploadLaboratoryFile(context, programmeId, laboratoryId, content);
  expectOk(await checkLaboratoryFile(context, about));
  return expectOk(await runLaboratoryImport(context, about));
}

/** The value of a result that must be one. */
export function expectOk<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: object },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
