import { isFormula } from "@alongside/domain/display/spreadsheet-formula";
import type { Problem } from "../../problem";
import { shorten } from "../../problem";
import { hasDirectionMarks, spellOutMarks } from "./direction-marks";
import type { CsvRule } from "./rules";

const LOOKS_LIKE_A_VALUE = /^([+-]?[\d.,]+|\d{4}-\d{2}-\d{2})$/;

/**
 * Everything wrong with a header row; empty when it may be used. Names that differ only in case or in spaces are one
 * name: nobody would tell them apart in a list of columns.
 */
export function headerProblems(header: readonly string[], row: number): Problem[] {
  const problems: Problem[] = [];
  const add = (rule: CsvRule, rest: Omit<Problem, "severity" | "rule" | "row">): void => {
    problems.push({ severity: "refuse", rule, row, ...rest });
  };
  const named = header.filter((name) => name !== "");
  if (named.some((name) => LOOKS_LIKE_A_VALUE.test(name)) && named.every(isValueOrEmptyWord)) {
    add("header-missing", { value: shorten(header.join(", ")) });
    return problems;
  }
  const seen = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const position = index + 1;
    if (name === "") {
      add("header-empty", { params: { position } });
      continue;
    }
    if (isFormula(name)) add("formula", { column: shorten(name), value: shorten(name) });
    if (hasDirectionMarks(name)) add("direction-marks", { column: spellOutMarks(name), value: spellOutMarks(name) });
    const key = name.toLowerCase().replace(/\s+/g, " ");
    const first = seen.get(key);
    if (first === undefined) seen.set(key, position);
    else add("header-duplicate", { column: shorten(name), params: { first, second: position } });
  }
  return problems;
}

const EMPTY_WORDS = new Set(["NA", "N/A", "NULL", "."]);

function isValueOrEmptyWord(cell: string): boolean {
  return LOOKS_LIKE_A_VALUE.test(cell) || EMPTY_WORDS.has(cell);
}
