import { expect, it } from "vitest";
import { parseMeasurement } from "../lab-result/measurement";
import type { StoredResult } from "../lab-result/stored-result";
import { essenceOf } from "./essence";
import { findStanding } from "./find-standing";

const RESULT: StoredResult = {
  ...{ resultId: "one", participantId: "ann", kind: "viral-load", state: "quantified", comparator: null, value: "250" },
  ...{ unit: "copies-per-ml", copiesPerMl: 250, quantity: null, lowerLimit: 40, upperLimit: 1e7, detectionLimit: null },
  ...{ specimen: "plasma", assayKey: "a", assayEdition: "1", reasonForTest: "routine", rejectionCode: null },
  ...{ failureCode: null, collectedOn: "2026-05-04", receivedOn: null, testedOn: null, returnedOn: null },
  ...{ asPrinted: "250", checks: [], entry: "grid", saveId: "s", enteredById: null, enteredAt: "2026-05-05T00:00:00Z" },
  ...{ contentHash: "h", current: true, replacesId: null, reason: null, undoneAt: null, verification: "not-needed" },
};

function find(results: readonly StoredResult[], value: string, assayKey: string, state = "quantified") {
  const pending = state === "pending";
  const parsed = parseMeasurement("viral-load", {
    state,
    ...(pending ? {} : { comparator: null, value, unit: "copies-per-ml" }),
    ...{ specimen: "plasma", assay: null, reason: "routine", collectedOn: "2026-05-04" },
    ...{ receivedOn: null, testedOn: null, returnedOn: null, asPrinted: pending ? null : value },
    ...{ lowerLimitCopiesPerMl: null, upperLimitCopiesPerMl: null, detectionLimitCopiesPerMl: null },
  });
  if (!parsed.success) throw new Error(parsed.error.message);
  const place = { participantId: "ann", kind: "viral-load", collectedOn: "2026-05-04", assayKey, state };
  return findStanding(results, place, essenceOf(parsed.data));
}

const other = { ...RESULT, resultId: "two", assayKey: "b", value: "9000", copiesPerMl: 9000 };

it("finds nothing of another day, and a differing result of this one", () => {
  expect(find([{ ...RESULT, collectedOn: "2026-05-03" }], "250", "a")).toEqual({ kind: "none" });
  expect(find([RESULT], "300", "a")).toMatchObject({
    ...{ kind: "other", result: { resultId: "one" } },
    difference: { field: "value", stored: "250", file: "300" },
  });
});

it("takes the equal one of two of a day, whichever is stored first", () => {
  for (const results of [
    [RESULT, other],
    [other, RESULT],
  ]) {
    expect(find(results, "250", "")).toEqual({ kind: "same" });
    expect(find(results, "9000", "")).toEqual({ kind: "same" });
  }
});

it("takes the one by the assay that is named, and of several nobody named, none", () => {
  expect(find([RESULT, other], "300", "b")).toMatchObject({ kind: "other", result: { resultId: "two" } });
  expect(find([RESULT, other], "300", "")).toEqual({ kind: "several", results: [RESULT, other] });
});

it("of several takes the only one whose specimen and days allow it", () => {
  const blood = { ...other, specimen: "dried-blood-spot" };
  expect(find([blood, RESULT], "300", "")).toMatchObject({ kind: "other", result: { resultId: "one" } });
  expect(find([{ ...RESULT, specimen: "dried-blood-spot" }, blood], "300", "")).toMatchObject({ kind: "several" });
});

it("lets a specimen that was pending get its result, and a pending one say nothing new", () => {
  const waiting = { ...RESULT, state: "pending", value: null, unit: null, copiesPerMl: null, asPrinted: null };
  expect(find([waiting], "250", "a")).toEqual({ kind: "none" });
  expect(find([waiting], "", "a", "pending")).toEqual({ kind: "same" });
  expect(find([RESULT], "", "a", "pending")).toEqual({ kind: "same" });
});

it("lets the very assay that is named decide, whatever another one says", () => {
  expect(find([RESULT, other], "9000", "a")).toMatchObject({ kind: "other", result: { resultId: "one" } });
  expect(find([RESULT, { ...other, assayKey: "" }], "9000", "a")).toMatchObject({ result: { resultId: "one" } });
});
