import { describe, expect, it } from "vitest";
import { parseResult } from "./parse-result";
import prints from "./printed-results.fixtures.json";
import type { ParsedResult, Reading } from "./reading";

/** A reading in the words of the table: "< 20", "log 4.23", "IU 34", and its state where no number says it. */
function words({ state, comparator, value, unit, copiesPerMl }: Reading): string {
  if (value === null) return comparator === null ? state : `${state} ${comparator}`;
  const numbers = {
    "copies-per-ml": `${copiesPerMl}`,
    "log10-copies-per-ml": `log ${value}`,
    "iu-per-ml": `IU ${value}`,
  };
  return `${comparator ?? ""} ${unit === null ? "" : numbers[unit]}`.trim();
}

function withState(reading: Reading): string {
  const said = words(reading);
  return said.startsWith(reading.state) ? said : `${reading.state} ${said}`;
}

function describeOutcome(parsed: ParsedResult): string {
  switch (parsed.kind) {
    case "understood":
      return withState(parsed);
    case "unparsed":
      return `unparsed ${parsed.reason}`;
    case "question":
      return parsed.literal === null
        ? `?${parsed.question} ${parsed.readings.map(words).join(" | ")}`
        : `${withState(parsed.literal)} ?${parsed.question}`;
  }
}

const rows = Object.entries(prints).flatMap(([topic, list]) =>
  list.map(([text = "", reads = "", why = ""]) => ({ topic, text, reads, why })),
);

describe("the table of prints", () => {
  it("has at least 150 rows, each text once and with its reason", () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    expect(rows.filter(({ reads, why }) => reads === "" || why === "")).toEqual([]);
  });

  it.each(rows)("$topic: $text is $reads, because $why", ({ text, reads }) => {
    expect(describeOutcome(parseResult(text))).toBe(reads);
  });
});
