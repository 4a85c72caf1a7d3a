import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CSV_RULES } from "./formats/csv/rules";
import { MAPPING_FAULTS } from "./formats/study-csv/mapping";
import { STUDY_RULES } from "./formats/study-csv/rules";
import { SUGGESTION_NOTES } from "./formats/study-csv/suggest-definitions";

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
});
