import { makeParticipantCode, readParticipantCode } from "@alongside/domain/identity/participant-code";
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
    const codes = [makeParticipantCode([1, 2, 3, 4, 5, 6]), makeParticipantCode([6, 5, 4, 3, 2, 1])] as const;
    const swaps = [
      { places: [1, 2], suggestion: codes[0] },
      { places: [4, 5], suggestion: codes[1] },
    ] as const;
    const reading = { ok: false, problem: "check", swaps } as const;
    expect(codeProblem(reading)).toEqual({
      code: "invalid",
      reason: "participant-code.swapped-somewhere",
      params: { places: "1–2, 4–5", suggestions: `${codes[0]}, ${codes[1]}` },
    });
  });
});
