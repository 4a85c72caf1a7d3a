import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import { mergeAssays } from "@alongside/domain/viral-load/assay-register";
import { expect, it } from "vitest";
import { type LaboratoryMappingInput, laboratoryMappingSchema } from "./mapping";
import { createRowReader } from "./row-reader";

const ASSAYS = mergeAssays([]);
const CODE = makeParticipantCode([1, 2, 3, 4, 5, 6]);
const ABBOTT = { key: "abbott-realtime-plasma-600", edition: "1" };
const HEADER = [
  "Code",
  "Result",
  "Collected",
  "Unit",
  "Type",
  "Assay",
  "Rejected",
  "Test",
  "Tested",
  "Failed",
  "Clinic",
];
const BASE: LaboratoryMappingInput = {
  columns: {
    ...{ participant: "code", result: " RESULT ", collectedOn: "Collected", unit: "Unit", specimen: "Type" },
    ...{ assay: "Assay", rejection: "Rejected", kind: "Test", testedOn: "Tested", failure: "Failed", site: "Clinic" },
  },
  constants: { kind: "viral-load", unit: null, specimen: "plasma", assay: ABBOTT, reason: "routine" },
  rejections: [{ text: "Leaked", means: "leaked" }],
  failures: [{ text: "Error 3129", means: "machine-flag" }],
  sites: [{ text: "North", means: "0193d8a2-0000-7000-8000-000000000001" }],
};

interface Cells {
  readonly code?: string;
  readonly result?: string;
  readonly collected?: string;
  readonly unit?: string;
  readonly type?: string;
  readonly assay?: string;
  readonly rejected?: string;
  readonly test?: string;
  readonly tested?: string;
  readonly failed?: string;
  readonly clinic?: string;
}

function read(cells: Cells, over: Partial<LaboratoryMappingInput> = {}) {
  const reader = createRowReader(HEADER, laboratoryMappingSchema.parse({ ...BASE, ...over }), ASSAYS);
  if (reader.kind === "columns-missing") throw new Error(reader.columns.join());
  const { code = CODE, result = "20000", collected = "2026-05-04", unit = "", type = "", assay = "" } = cells;
  const { rejected = "", test = "", tested = "", failed = "", clinic = "" } = cells;
  return reader.read([code, result, collected, unit, type, assay, rejected, test, tested, failed, clinic]);
}

const refused = (field: string, rule: string) => expect.objectContaining({ kind: "refused", field, rule });

it("gives a measurement in the shape it is saved in, with the limits of the assay", () => {
  expect(read({ result: "20,000", tested: "2026-05-06 10:22", clinic: " north " })).toEqual({
    code: CODE,
    printed: "20,000",
    siteId: "0193d8a2-0000-7000-8000-000000000001",
    content: {
      kind: "measurement",
      labKind: "viral-load",
      measurement: {
        ...{ state: "quantified", comparator: null, value: "20000", unit: "copies-per-ml", reason: "routine" },
        ...{ specimen: "plasma", assay: ABBOTT, asPrinted: "20,000", collectedOn: "2026-05-04", receivedOn: null },
        ...{ testedOn: "2026-05-06", returnedOn: null, lowerLimitCopiesPerMl: 40, upperLimitCopiesPerMl: 10_000_000 },
        detectionLimitCopiesPerMl: null,
      },
    },
  });
});

it("names columns that are not there", () => {
  const mapping = laboratoryMappingSchema.parse({
    columns: { participant: "A", result: "B", collectedOn: "Collected" },
  });
  expect(createRowReader(HEADER, mapping, ASSAYS)).toEqual({ kind: "columns-missing", columns: ["A", "B"] });
});

it.each<[Cells, string, string]>([
  [{ code: "" }, "participant", "missing"],
  [{ code: "Jane Doe" }, "participant", "code-length"],
  [{ code: `${CODE.slice(0, -1)}${CODE.endsWith("0") ? "1" : "0"}` }, "participant", "code-check"],
  [{ collected: "" }, "collectedOn", "missing"],
  [{ collected: "04/05/2026" }, "collectedOn", "day"],
  [{ tested: "soon" }, "testedOn", "day"],
  [{ result: "" }, "result", "missing"],
  [{ result: "n/a" }, "result", "missing"],
  [{ result: "what" }, "result", "unparsed"],
  [{ type: "urine" }, "specimen", "unknown-word"],
  [{ assay: "some machine" }, "assay", "unknown-word"],
  [{ unit: "furlongs" }, "unit", "unknown-word"],
  [{ result: "4.23 log", unit: "copies/ml" }, "unit", "two-units"],
  [{ result: "20 copies/mL", unit: "log10" }, "unit", "two-units"],
  [{ result: "350 copies/mL", unit: "IU/mL" }, "unit", "two-units"],
  [{ rejected: "who knows" }, "rejection", "unknown-word"],
  [{ rejected: "leaked" }, "result", "result-and-no-result"],
  [{ rejected: "leaked", failed: "error 3129", result: "" }, "failure", "result-and-no-result"],
  [{ clinic: "South" }, "site", "unknown-word"],
  [{ test: "CD4", result: "1,234" }, "result", "number"],
  [{ test: "weight", result: "140 lb" }, "result", "other-unit"],
  [{ test: "weight", result: "140", unit: "lb" }, "unit", "other-unit"],
])("refuses %j: %s, %s", (cells, field, rule) => {
  expect(read(cells).content).toEqual(refused(field, rule));
});

it("takes a result that states the unit of its column again, or another than holds for bare numbers of the file", () => {
  const log = { state: "quantified", value: "4.23", unit: "log10-copies-per-ml" };
  expect(read({ result: "4.23 log", unit: "log10" }).content).toMatchObject({ measurement: log });
  const constants = { ...BASE.constants, unit: "copies-per-ml" as const };
  expect(read({ result: "4.23 log" }, { constants }).content).toMatchObject({ measurement: log });
  expect(read({ result: "not detected", unit: "log10" }).content).toMatchObject({
    measurement: { state: "not-detected" },
  });
});

it("takes a rejected or failed specimen without a result", () => {
  expect(read({ result: "", rejected: "LEAKED" }).content).toMatchObject({
    measurement: { state: "rejected", rejectionCode: "leaked", asPrinted: null },
  });
  expect(read({ result: "Invalid", failed: "error 3129" }).content).toMatchObject({
    measurement: { state: "failed", failureCode: "machine-flag", asPrinted: "Invalid" },
  });
});

it("knows common words and the names of assays without being told", () => {
  const content = read({ type: "DBS", assay: "abbott-realtime-dbs-revised", unit: "Copies/mL" }).content;
  const known = ASSAYS.find(({ specimen }) => specimen === "dried-blood-spot");
  expect(content.kind === "refused" ? content.field : "assay").toBe("assay");
  expect(read({ type: "DBS", assay: known?.name.en ?? "" }).content).toMatchObject({
    measurement: { specimen: "dried-blood-spot", assay: { key: known?.key } },
  });
});

it.each<[string, string, LaboratoryMappingInput["decimalMark"], string | null, string]>([
  ["1.234", "", "auto", null, "thousands-or-decimal"],
  ["1.234", "copies/ml", ".", "1.234", "copies-per-ml"],
  ["1.234", "copies/ml", ",", "1234", "copies-per-ml"],
  ["4,230", "log10", ",", "4.230", "log10-copies-per-ml"],
  ["4,23", "", ",", null, "log-or-copies"],
  ["4.230", "", ".", null, "log-or-copies"],
  ["1.234.567", "copies/ml", ",", "1234567", "copies-per-ml"],
  ["1,234", "copies/ml", ".", "1234", "copies-per-ml"],
])("%s %s with the decimal mark %s is %s, %s", (result, unit, decimalMark, value, means) => {
  const { content } = read({ result, unit }, { decimalMark });
  if (value === null) expect(content).toMatchObject({ kind: "question", question: means });
  else expect(content).toMatchObject({ measurement: { state: "quantified", value, unit: means } });
});

it("asks about an ambiguous print, and reads it by the answer for this assay alone", () => {
  const asked = read({ result: "< 40" }).content;
  expect(asked).toMatchObject({ kind: "question", text: "< 40", assay: ABBOTT.key, question: "below-or-not-detected" });
  const reading = { state: "not-detected" as const, comparator: null, value: null, unit: null };
  const answers = [{ text: "< 40", assay: ABBOTT.key, reading }];
  expect(read({ result: "< 40" }, { answers }).content).toMatchObject({ measurement: { state: "not-detected" } });
  expect(read({ result: "< 20" }, { answers }).content.kind).toBe("question");
  const other = [{ text: "< 40", assay: null, reading }];
  expect(read({ result: "< 40" }, { answers: other }).content.kind).toBe("question");
  const made = [{ text: "< 40", assay: ABBOTT.key, reading: { ...reading, state: "pending" as const } }];
  expect(read({ result: "< 40" }, { answers: made }).content.kind).toBe("question");
  const left = [{ text: "< 40", assay: ABBOTT.key, reading: null }];
  expect(read({ result: "< 40" }, { answers: left }).content).toEqual(refused("result", "left-out"));
});

it("reads quantities with their sign, unit and decimal mark", () => {
  expect(read({ test: "CD4 count", result: "350 cells/µL" }).content).toMatchObject({
    labKind: "cd4-count",
    measurement: { state: "quantified", value: "350", comparator: null },
  });
  expect(read({ test: "CD4 %", result: "< 5%" }).content).toMatchObject({
    labKind: "cd4-percent",
    measurement: { state: "below-quantification", value: "5", comparator: "<" },
  });
  expect(read({ test: "CD4", result: "> 2,000" }, { decimalMark: "." }).content).toMatchObject({
    measurement: { state: "above-upper", value: "2000", comparator: ">" },
  });
  expect(read({ test: "weight", result: "61,5", unit: "kg" }).content).toMatchObject({
    measurement: { value: "61.5" },
  });
});
