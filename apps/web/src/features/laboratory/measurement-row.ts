import { printResult } from "@alongside/domain/viral-load/print-result";
import type { Reading } from "@alongside/domain/viral-load/reading";
import type { Measurement, ResultView } from "./laboratory-view";
import { emptyRow, type StackRow } from "./stack";

/** A stored result as a row in which it can be put right. What was said about its soft checks is said already. */
export function rowOfResult(id: string, code: string, { measurement, checks }: ResultView): StackRow {
  const { kind, result } = measurement;
  const reasons = Object.fromEntries(checks.map(({ check, reason }) => [check, reason]));
  const dates = {
    collectedOn: result.collectedOn,
    receivedOn: result.receivedOn ?? "",
    testedOn: result.testedOn ?? "",
    returnedOn: result.returnedOn ?? "",
  };
  const row = { ...emptyRow(id), reasons };
  const typed = { code, state: result.state, timepointCode: "", noResultCode: codeOf(result) };
  const print = "value" in result ? amountText(kind, result) : "";
  if (kind !== "viral-load") return { ...row, ...typed, result: print, own: dates };
  const own = {
    ...dates,
    assay: result.assay === null ? "" : `${result.assay.key} ${result.assay.edition}`,
    specimen: result.specimen,
    testReason: result.reason,
  };
  return { ...row, ...typed, result: print, own };
}

function codeOf(result: Measurement["result"]): string {
  if (result.state === "rejected") return result.rejectionCode;
  return result.state === "failed" ? result.failureCode : "";
}

function amountText(
  kind: Measurement["kind"],
  result: Extract<Measurement["result"], { readonly value: unknown }>,
): string {
  const { state, comparator, value } = result;
  if (value === null) return "";
  if (kind !== "viral-load") return `${comparator ?? ""}${value}`;
  const unit = "unit" in result ? result.unit : null;
  const reading: Reading = { state, comparator, value, unit, copiesPerMl: null };
  return printResult(reading);
}
