import { describe, expect, it } from "vitest";
import { makeParticipantCode, readParticipantCode } from "./participant-code";

describe("makeParticipantCode", () => {
  it("keeps its check symbols stable: codes already handed out must stay valid", () => {
    expect(makeParticipantCode([0, 0, 0, 0, 0, 0])).toBe("0000-0000");
    expect(makeParticipantCode([1, 2, 3, 4, 5, 6])).toBe("1234-568F");
  });

  it.each([[[]], [[0, 0, 0, 0, 0, 32]], [[0, 0, 0, 0, 0, -1]], [[0, 0, 0, 0, 0, 0.5]], [[0, 0, 0, 0, 0, 0, 0]]])(
    "refuses %j",
    (symbols) => {
      expect(() => makeParticipantCode(symbols)).toThrow(RangeError);
    },
  );
});

describe("readParticipantCode", () => {
  it("reads O as 0 and I and L as 1", () => {
    expect(readParticipantCode("oO0o 0000")).toEqual({ ok: true, code: "0000-0000" });
    const code = makeParticipantCode([1, 1, 0, 0, 0, 0]);
    expect(readParticipantCode(code.replace("11", "iL"))).toEqual({ ok: true, code });
  });

  it("reads full-width letters from a Chinese keyboard", () => {
    expect(readParticipantCode("００００－００００")).toEqual({ ok: true, code: "0000-0000" });
  });

  it.each(["", "0000-000", "0000-00000"])("says that %j has the wrong length", (text) => {
    expect(readParticipantCode(text)).toEqual({ ok: false, problem: "length" });
  });

  it("names the first of two characters that no code contains and suggests nothing", () => {
    expect(readParticipantCode("0U00-00*0")).toEqual({ ok: false, problem: "symbol", position: 2, found: "U" });
  });

  it("names the first two characters when they were exchanged", () => {
    expect(readParticipantCode("2134-568F")).toEqual({
      ok: false,
      problem: "check",
      swaps: [{ places: [1, 2], suggestion: "1234-568F" }],
    });
  });

  it("says only that the check fails when no single slip explains it", () => {
    expect(readParticipantCode("0000-0011")).toMatchObject({ ok: false, problem: "check" });
  });
});
