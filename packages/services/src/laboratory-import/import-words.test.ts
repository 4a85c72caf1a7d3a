import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { IMPORT_ROW_RULES } from "./import-words";

const MESSAGES = new URL("../../../../apps/web/src/messages/", import.meta.url);

it.each(["en", "zh"])("%s has words for every way in which a row does not go into the programme", (language) => {
  const { laboratoryImport } = JSON.parse(readFileSync(new URL(`${language}.json`, MESSAGES), "utf8"));
  for (const rule of IMPORT_ROW_RULES) {
    const words = rule.split(".").reduce((at, part) => at?.[part], laboratoryImport.rule);
    expect(words, rule).toEqual(expect.any(String));
  }
});
