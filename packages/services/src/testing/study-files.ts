import type { StudyMappingInput } from "@alongside/interchange/formats/study-csv/mapping";
import type { Context } from "../context";
import { checkStudy } from "../study-import/check";
import { runStudyImport } from "../study-import/run";
import { uploadStudyFile } from "../study-import/upload";

/** Two arms, one score, two occasions with days; long form. */
export const LONG_MAPPING = {
  form: "long",
  columns: { participant: "id", cohort: "arm", timepoint: "when", measure: "what", value: "value", date: "day" },
  cohorts: [
    { label: "A", name: "Peer support", kind: "peer-support" },
    { label: "B", name: "Comparison", kind: "comparison" },
  ],
  timepoints: [
    timepoint("pre", "baseline", "baseline", 0, 0),
    timepoint("post", "end", "end", 1, 90),
    timepoint("later", "late", "follow-up", 2, 180),
  ],
  measures: [
    {
      label: "mood",
      code: "mood",
      name: "Mood",
      domain: "outcome.psychological",
      improvement: "decrease",
      unit: "",
      minimum: 0,
      maximum: 63,
    },
  ],
} as const satisfies StudyMappingInput;

function timepoint<K extends "baseline" | "end" | "follow-up">(
  label: string,
  code: string,
  kind: K,
  position: number,
  targetDay: number,
) {
  return { label, code, name: label, kind, position, targetDay, daysBefore: 14, daysAfter: 14 };
}

/** Bytes as a request body brings them. */
export async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** A file of LONG_MAPPING: `id arm when what value day` per row. */
export function longFile(rows: readonly string[]): string {
  return `id,arm,when,what,value,day\n${rows.map((row) => row.split(" ").join(",")).join("\n")}\n`;
}

/** Uploads a file and checks it; gives what the check answered. */
export async function uploadAndCheck(
  context: Context,
  programmeId: string,
  content: string | Uint8Array,
  mapping: StudyMappingInput = LONG_MAPPING,
) {
  const uploaded = await uploadStudyFile(context, { programmeId, fileName: "study.csv" }, bytesOf(content));
  if (!uploaded.ok) throw new Error(uploaded.failure.reason);
  const { importId } = uploaded.value;
  return { importId, checked: await checkStudy(context, { programmeId, importId, mapping }) };
}

/** Uploads, checks and imports a file; gives what the run answered. */
export async function importFile(
  context: Context,
  programmeId: string,
  content: string | Uint8Array,
  mapping: StudyMappingInput = LONG_MAPPING,
) {
  const { importId } = await uploadAndCheck(context, programmeId, content, mapping);
  return { importId, result: await runStudyImport(context, { programmeId, importId }) };
}
