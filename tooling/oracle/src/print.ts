import type { FieldResult } from "./compare";
import type { Json } from "./encode";
import { type CaseResult, hasPassed } from "./run";

/** The report: per case its fields (only failing ones when quiet), then a line per family and the total. */
export function printResults(results: readonly CaseResult[], quiet: boolean): string {
  const lines = results.flatMap((result) => caseLines(result, quiet));
  const families = [...new Set(results.map(({ family }) => family))].map((family) => {
    const own = results.filter((result) => result.family === family);
    return `${family.padEnd(28)} ${countLine(own)}`;
  });
  return [...lines, "", ...families, "", `total ${countLine(results)}`].join("\n");
}

function countLine(results: readonly CaseResult[]): string {
  const passed = results.filter(hasPassed).length;
  const unsupported = results.filter(({ outcome }) => outcome.kind === "unsupported").length;
  const errors = results.filter(({ outcome }) => outcome.kind === "error").length;
  const failed = results.length - passed - unsupported - errors;
  const rest = [
    [failed, "failed"],
    [errors, "in error"],
    [unsupported, "unsupported"],
  ] as const;
  const notes = rest.filter(([count]) => count > 0).map(([count, word]) => `, ${count} ${word}`);
  return `${passed} of ${results.length} passed${notes.join("")}`;
}

function caseLines(result: CaseResult, quiet: boolean): readonly string[] {
  const { name, outcome, seconds } = result;
  if (outcome.kind === "unsupported") return [`UNSUPPORTED  ${name}: nothing is bound to ${outcome.missing}`];
  if (outcome.kind === "error") return [`ERROR        ${name}: ${outcome.message}`];
  const passed = hasPassed(result);
  const count = `${outcome.fields.filter((field) => field.passed).length} of ${outcome.fields.length} fields`;
  const shown = quiet ? outcome.fields.filter((field) => !field.passed) : outcome.fields;
  if (quiet && passed) return [];
  return [
    `${passed ? "pass" : "FAIL"}  ${name}: ${count}, ${seconds.toFixed(2)} s`,
    ...shown.map((field) => `      ${fieldLine(field)}`),
  ];
}

function fieldLine({ path, expected, got, relativeError, passed, loosely }: FieldResult): string {
  const error = relativeError === null ? "" : `  relative error ${relativeError.toExponential(1)}`;
  const looseness = loosely ? "  (within what the notes of the family allow)" : "";
  return `${passed ? "pass" : "FAIL"}  ${path}  expected ${show(expected)}  got ${show(got)}${error}${looseness}`;
}

function show(value: Json | undefined): string {
  const written = value === undefined ? "nothing" : JSON.stringify(value);
  return written.length > 80 ? `${written.slice(0, 77)}...` : written;
}
