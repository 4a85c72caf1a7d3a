import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import { describe, expect, it } from "vitest";
import { codeProblem } from "./code-problem";

function problemOf(text: string) {
  const reading = readParticipantCode(text);
  if (reading.ok) throw new Error(`${text} is a code`);
  return codeProblem(reading);
}

describe("codeProblem", () => {
  it("names the two characters that were exchanged, also the first two", () => {
    expect(problemOf("2134-568F")).toEqual({
      code: "invalid",
      reason: "participant-code.swapped",
      params: { first: 1, second: 2, suggestion: "1234-568F" },
    });
  });

  it("names every pair that may have been exchanged where several fit", () => {
    const swap = (first: number, suggestion: string) => ({ places: [first, first + 1] as const, suggestion });
    const swaps = [swap(1, "1234-568F"), swap(4, "0000-0000")] as const;
    const reading = { ok: false, problem: "check", swaps } as unknown as Parameters<typeof codeProblem>[0];
    expect(codeProblem(reading)).toEqual({
      code: "invalid",
      reason: "participant-code.swapped-somewhere",
      params: { places: "1–2, 4–5", suggestions: "1234-568F, 0000-0000" },
    });
  });
});
