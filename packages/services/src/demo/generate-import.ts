import { laboratoryMappingSchema } from "@alongside/interchange/formats/laboratory-file/mapping";
import type { ResultRow } from "../lab-result/insert-results";
import { ReportMaker, reportJson } from "../laboratory-import/report";
import { DEMO_ASSAYS } from "./laboratory-model";
import type { RandomStream } from "./random-stream";

/** The laboratory of the demonstration, and a print it has been asked about. */
const LABORATORY = "Riverside reference laboratory";
const MAPPING = laboratoryMappingSchema.parse({
  columns: {
    ...{ participant: "Client code", result: "Result", collectedOn: "Date collected", receivedOn: "Date received" },
    ...{ testedOn: "Date tested", returnedOn: "Date reported" },
  },
  dateFormat: "dd/mm/yyyy",
  decimalMark: ".",
  constants: { specimen: "plasma", assay: DEMO_ASSAYS.plasma, reason: "routine", unit: "copies-per-ml" },
  answers: [
    {
      text: "< 40 copies/ml",
      assay: DEMO_ASSAYS.plasma.key,
      reading: { state: "below-quantification", comparator: "<", value: "40", unit: "copies-per-ml" },
    },
  ],
});

/** Who sent the file, and the code of everybody in it. */
export interface ImportPlan {
  readonly programmeId: string;
  readonly colleagueId: string;
  readonly codes: ReadonlyMap<string, string>;
}

/**
 * A laboratory with a mapping, and one finished import of its: of the day on which the colleague entered most plasma
 * results, those. Gives the results as they are stored then.
 */
export function generateImport(stream: RandomStream, plan: ImportPlan, results: readonly ResultRow[]) {
  const { programmeId, colleagueId, codes } = plan;
  const candidates = results.filter(
    ({ enteredById, assayKey, state }) =>
      enteredById === colleagueId && assayKey === DEMO_ASSAYS.plasma.key && state !== "pending",
  );
  const days = new Map<string, ResultRow[]>();
  for (const row of candidates) {
    const day = row.enteredAt.toISOString().slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  const [sent = []] = [...days.values()].toSorted((a, b) => b.length - a.length);
  const finishedAt = new Date(Math.max(0, ...sent.map(({ enteredAt }) => enteredAt.getTime())));
  const [laboratoryId, importId] = [stream.id(finishedAt), stream.id(finishedAt)];
  const report = new ReportMaker();
  for (const { verification } of sent) report.row("new", null, null, verification !== "not-needed");
  report.row("refused", "participant", "code-check", false);
  const common = { labImportId: importId, values: {}, checks: [] };
  const rows = sent.map(({ participantId, id, asPrinted }, index) => ({
    ...{ ...common, position: index + 2, outcome: "new", code: codes.get(participantId) ?? null },
    ...{ printed: asPrinted, field: null, rule: null, resultId: id },
  }));
  const refused = { code: null, printed: "212 copies/mL", field: "participant", rule: "code-check", resultId: null };
  const ids = new Set(sent.map(({ id }) => id));
  return {
    laboratory: { id: laboratoryId, programmeId, name: LABORATORY, createdAt: finishedAt },
    mapping: {
      ...{ programmeId, laboratoryId, version: 1, content: mappingJson(MAPPING) },
      ...{ savedById: colleagueId, savedAt: finishedAt },
    },
    labImport: {
      ...{
        id: importId,
        programmeId,
        laboratoryId,
        mappingVersion: 1,
        fileName: "riverside-lab.csv",
        fileHash: "",
        bytes: 0,
      },
      ...{ status: "done", rowsTotal: sent.length + 1, rowsDone: sent.length + 1, report: reportJson(report.report()) },
      ...{ createdById: colleagueId, createdAt: finishedAt, finishedAt },
    },
    rows: [...rows, { ...common, ...refused, position: sent.length + 2, outcome: "refused" }].map((row) => ({
      programmeId,
      ...row,
    })),
    results: results.map(
      (row): ResultRow => (ids.has(row.id) ? { ...row, entry: "import", saveId: importId, importId } : row),
    ),
  };
}
export type DemoImport = ReturnType<typeof generateImport>;

/** A mapping as a json column takes it. */
function mappingJson(mapping: typeof MAPPING) {
  return JSON.parse(JSON.stringify(mapping));
}
