import { describe, expect, it } from "vitest";
import { evenParts, type LogDraft, readLog } from "./log-draft";

const DRAFT: LogDraft = {
  ...{ codes: " 0380-54KS ", happenedOn: "2026-11-01", minutes: "45", mode: "phone", volunteerId: "" },
  ...{ types: ["emotional", "appraisal"], parts: null },
};
const NONE = { informational: 0, instrumental: 0, emotional: 0, affiliational: 0, appraisal: 0 };

describe("the form of a contact", () => {
  it("shares the time evenly unless somebody says otherwise", () => {
    const shares = { ...NONE, emotional: 50, appraisal: 50 };
    expect(readLog(DRAFT)).toEqual({ kind: "log", codes: ["0380-54KS"], minutes: 45, shares });
    expect(readLog({ ...DRAFT, parts: evenParts(DRAFT.types) })).toMatchObject({ shares });
    const parts = { emotional: "80", appraisal: "20", informational: "50" };
    expect(readLog({ ...DRAFT, parts })).toMatchObject({ shares: { ...NONE, emotional: 80, appraisal: 20 } });
  });

  it("takes a group's codes line by line", () => {
    expect(readLog({ ...DRAFT, mode: "group", codes: "A\n\nB, C;D\n" })).toMatchObject({ codes: ["A", "B", "C", "D"] });
  });

  it.each<[Partial<LogDraft>, string]>([
    [{ codes: "  " }, "codes"],
    [{ codes: "A\nB" }, "codes"],
    [{ minutes: "" }, "minutes"],
    [{ minutes: "721" }, "minutes"],
    [{ minutes: "7.5" }, "minutes"],
    [{ minutes: "ten" }, "minutes"],
    [{ types: [] }, "types"],
    [{ parts: { emotional: "100" } }, "parts"],
    [{ parts: { emotional: "60", appraisal: "60" } }, "parts"],
    [{ parts: { emotional: "50.5", appraisal: "49.5" } }, "parts"],
  ])("says what is not said yet in %j", (given, gap) => {
    expect(readLog({ ...DRAFT, ...given })).toEqual({ kind: "gap", gap });
  });
});
