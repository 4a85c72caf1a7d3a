import { expect, it } from "vitest";
import { parseMeasurement } from "../lab-result/measurement";
import { carryOver } from "./carry-over";

const FULL = {
  state: "quantified",
  comparator: null,
  value: "250",
  unit: "copies-per-ml",
  specimen: "plasma",
  assay: { key: "abbott-realtime-plasma-600", edition: "2026" },
  reason: "confirmatory",
  ...{ lowerLimitCopiesPerMl: 40, upperLimitCopiesPerMl: 1e7, detectionLimitCopiesPerMl: null },
  ...{ collectedOn: "2026-05-04", receivedOn: "2026-05-05", testedOn: "2026-05-06", returnedOn: "2026-05-07" },
  asPrinted: "250",
};

function stored(over: Readonly<Record<string, unknown>> = {}) {
  const parsed = parseMeasurement("viral-load", { ...FULL, ...over });
  if (!parsed.success) throw new Error(parsed.error.message);
  return parsed.data;
}

const SILENT = { assay: null, reason: "not-stated", receivedOn: null, testedOn: null, returnedOn: null };

it("takes what a row does not state from what it corrects, and nothing else", () => {
  const row = { ...FULL, ...SILENT, value: "300", asPrinted: "300" };
  expect(carryOver(row, stored())).toEqual({ ...FULL, value: "300", asPrinted: "300" });
});

it("leaves what the row states", () => {
  const row = { ...FULL, reason: "routine", specimen: "dried-blood-spot", returnedOn: "2026-05-09" };
  expect(carryOver(row, stored())).toEqual(row);
});

it("carries no date that contradicts the row's own, before or after it", () => {
  const later = { ...FULL, ...SILENT, testedOn: "2026-05-20" };
  expect(carryOver(later, stored())).toMatchObject({
    receivedOn: "2026-05-05",
    testedOn: "2026-05-20",
    returnedOn: null,
  });
  const same = { ...FULL, ...SILENT, testedOn: "2026-05-07" };
  expect(carryOver(same, stored())).toMatchObject({ returnedOn: "2026-05-07" });
  const earlier = { ...FULL, ...SILENT, testedOn: "2026-05-04" };
  expect(carryOver(earlier, stored())).toMatchObject({ receivedOn: null, returnedOn: "2026-05-07" });
});

it("adds nothing that neither of them states", () => {
  const row = { ...FULL, ...SILENT };
  expect(carryOver(row, stored(SILENT))).toEqual(row);
});
