import { findInstrument } from "@alongside/domain/instruments/registry";
import { describe, expect, it } from "vitest";
import { type Setup, setupGaps } from "./setup-gaps";

const edition = findInstrument("phq9")?.edition ?? "";
const COMPLETE: Setup = {
  sites: 1,
  cohorts: 2,
  timepointKinds: ["baseline", "end"],
  uses: [{ instrument: "phq9", edition, hasResponsePath: true }],
  packs: [`phq9 ${edition}`],
  roles: ["administrator", "evaluator"],
};

describe("setupGaps", () => {
  it("finds none in a programme that is ready", () => {
    expect(setupGaps(COMPLETE)).toEqual([]);
  });

  it.each<[string, Partial<Setup>]>([
    ["no-sites", { sites: 0 }],
    ["no-cohorts", { cohorts: 0 }],
    ["no-baseline", { timepointKinds: ["end"] }],
    ["no-follow-up", { timepointKinds: ["baseline"] }],
    ["no-instruments", { uses: [] }],
    ["nobody-collects", { roles: ["administrator", "researcher"] }],
    ["no-wording", { packs: [] }],
    ["no-response-path", { uses: [{ instrument: "phq9", edition, hasResponsePath: false }] }],
  ])("names %s, and only that", (gap, change) => {
    expect(setupGaps({ ...COMPLETE, ...change }).map((one) => one.gap)).toEqual([gap]);
  });

  it("asks for no wording of questions that are our own", () => {
    const own = findInstrument("alongside-core");
    const uses = [{ instrument: "alongside-core", edition: own?.edition ?? "", hasResponsePath: false }];
    expect(setupGaps({ ...COMPLETE, uses, packs: [] })).toEqual([]);
  });
});
