import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CSV_RULES } from "./formats/csv/rules";
import { LABORATORY_FILE_RULES, LABORATORY_ROW_RULES } from "./formats/laboratory-file/rules";
import { MAPPING_FAULTS } from "./formats/study-csv/mapping";
import { STUDY_RULES } from "./formats/study-csv/rules";
import { SUGGESTION_NOTES } from "./formats/study-csv/suggest-definitions";
import { XLSX_RULES } from "./formats/xlsx/rules";

const MESSAGES = new URL("../../../apps/web/src/messages/", import.meta.url);

describe.each(["en", "zh"])("%s has words for", (language) => {
  const messages: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(new URL(`${language}.json`, MESSAGES), "utf8"),
  );

  it.each([
    ["importProblem", [...CSV_RULES, ...STUDY_RULES]],
    ["importNote", SUGGESTION_NOTES],
    ["importMappingFault", MAPPING_FAULTS],
  ] as const)("every %s, and for no other", (namespace, rules) => {
    expect(Object.keys(messages[namespace] ?? {}).sort()).toEqual([...rules].sort());
  });

  it("every rule of a laboratory's file, whole and row by row", () => {
    const {
      problem,
      rule,
    }: Record<string, Record<string, unknown>> = JSON.parse(JSON.stringify(messages.laboratoryImport));
    const ofFile = [...XLSX_RULES, ...LABORATORY_FILE_RULES].filter((one) => !(one in (messages.importProblem ?? {})));
    expect(Object.keys(problem ?? {}).sort()).toEqual(ofFile.sort());
    // What is not understood has words for each of its reasons, with the entry screens.
    const ofRows = LABORATORY_ROW_RULES.filter((one) => one !== "unparsed");
    expect(Object.keys(rule ?? {})).toEqual(expect.arrayContaining([...ofRows]));
  });
});
