import { describe, expect, it } from "vitest";
import { BTHEB_DATA, bthebRequest, EIGHT_MONTHS } from "../outcome/btheb-request.fixture";
import type { PersonSeries } from "../rows/person-series";
import { attrition } from "./attrition";
import { leaversAgainstStayers } from "./leavers";
import { missingnessModel } from "./missingness-model";

const everybody = BTHEB_DATA.people;
const counts = (list: readonly { readonly kind: string; readonly n?: number }[]) => list.map(({ n }) => n);

describe("attrition", () => {
  const found = attrition(bthebRequest());

  it("follows the cohort from enrolled to analysed", () => {
    expect(found.flow.enrolled).toEqual({ kind: "exact", n: 48 });
    expect(found.flow.standings).toEqual([{ standing: "active", people: { kind: "exact", n: 48 } }]);
    expect(counts(found.flow.waves.map(({ expected }) => expected))).toEqual([48, 48, 48, 48, 48]);
    expect(counts(found.flow.waves.map(({ paired }) => paired))).toEqual([48, 45, 36, 29, 25]);
    expect(counts(found.flow.waves.map(({ prorated }) => prorated))).toEqual([0, 0, 0, 0, 0]);
    expect(found.missingShare).toBeCloseTo(23 / 48, 12);
    expect(found.interpretable).toBe(false);
  });

  it("divides people by their last wave, and gives means up to it only", () => {
    const { byLastWave } = found;
    expect(byLastWave.map(({ lastWave, means }) => means.length - lastWave)).toEqual(byLastWave.map(() => 1));
    expect(byLastWave.reduce((sum, { people }) => sum + (people.kind === "exact" ? people.n : 0), 0)).toBe(48);
    const stayed = byLastWave.at(-1);
    expect(stayed?.lastWave).toBe(EIGHT_MONTHS);
    expect(stayed?.means[0]).toBeCloseTo(24.12, 10);
    expect(stayed?.means[EIGHT_MONTHS]).toBeCloseTo(13.6, 10);
  });

  it("counts what came in unscored or prorated, and what nobody expected", () => {
    const person = (row: number, states: PersonSeries["states"]): PersonSeries => ({
      ...{ row, cohortId: "A", siteId: "s", volunteerId: null, standing: row < 6 ? "active" : "died" },
      values: states.map((state) => (state === "scored" || state === "prorated" ? row : null)),
      states,
    });
    const people = [
      ...Array.from({ length: 6 }, (_, row) => person(row, ["scored", "prorated"])),
      ...Array.from({ length: 7 }, (_, row) => person(10 + row, ["scored", "unscored"])),
      ...Array.from({ length: 8 }, (_, row) => person(20 + row, ["scored", "not-measured"])),
      ...Array.from({ length: 9 }, (_, row) => person(30 + row, ["scored", "not-expected"])),
    ];
    const waves = [0, 1].map((day) => ({ timepointId: `w${day}`, label: "", targetDay: day }));
    const request = bthebRequest({ data: { measure: "m", waves, people }, cohortId: "A", wave: 1, threshold: 5 });
    const { flow } = attrition(request);
    expect(flow.waves[1]).toEqual({
      timepointId: "w1",
      expected: { kind: "exact", n: 21 },
      received: { kind: "exact", n: 13 },
      scorable: { kind: "exact", n: 6 },
      prorated: { kind: "exact", n: 6 },
      paired: { kind: "exact", n: 6 },
    });
    expect(flow.standings).toEqual([
      { standing: "active", people: { kind: "exact", n: 6 } },
      { standing: "died", people: { kind: "exact", n: 24 } },
    ]);
  });

  it("hides every part of a line with a small group in it", () => {
    const shown = attrition(bthebRequest({ threshold: 9 }));
    expect(shown.bySite.map(({ missing }) => missing.kind)).toEqual(["range", "range", "range"]);
    // The rows of single people tell how many there are: a small group is called small and has no mean, the others have theirs.
    expect(shown.byLastWave.map(({ people }) => people)).toEqual([
      { kind: "exact", n: 9 },
      { kind: "hidden", below: 9 },
      { kind: "hidden", below: 9 },
      { kind: "exact", n: 25 },
    ]);
    expect(shown.byLastWave.map(({ means }) => means.some((mean) => mean !== null))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    // Three of the 23 who left were never seen again: the Change page does not say how many people have a baseline.
    expect(shown.leavers).toMatchObject({ left: 20, stayed: 25 });
    expect(attrition(bthebRequest({ threshold: 24 })).leavers).toEqual({ kind: "suppressed", rule: "small-count" });
  });
});

describe("sites in the missingness model", () => {
  const sites = [
    ["a", 3, 37],
    ["b", 20, 30],
    ["c", 20, 30],
  ] as const;
  const people = sites.flatMap(([siteId, missing, measured]) =>
    Array.from({ length: missing + measured }, (_, at): PersonSeries => {
      const after = at < missing ? null : 4;
      return {
        ...{ row: at, cohortId: "A", siteId, volunteerId: null, standing: "active", values: [at % 9, after] },
        states: ["scored", after === null ? "not-measured" : "scored"],
      };
    }),
  );
  const waves = [0, 1].map((day) => ({ timepointId: `w${day}`, label: "", targetDay: day }));
  const given = { data: { measure: "m", waves, people }, cohortId: "A", comparedWith: null, wave: 1 };
  const shown = (threshold: number) => attrition(bthebRequest({ ...given, threshold }));

  it("are left out where a number of people missing at a site is hidden, which their odds would give away", () => {
    // Site odds are (missing of b / measured of b) / (3 / 37): with the sizes and 43 missing everywhere, 3 follows.
    const { bySite, model } = shown(5);
    expect(bySite.map(({ missing }) => missing.kind)).toEqual(["range", "range", "range"]);
    expect(model).toMatchObject({ kind: "missingness-model", n: 140, missing: 43, sites: [] });
    const open = shown(3).model;
    expect(open.kind === "missingness-model" && open.sites.map(({ siteId }) => siteId)).toEqual(["b", "c"]);
    // The odds of the baseline are then of a model without sites, not of one with them.
    expect(model).toEqual(missingnessModel(people, 1, false));
    expect(model).not.toEqual({ ...open, sites: [] });
  });
});

describe("leaversAgainstStayers", () => {
  it("gives Hedges' g of the baseline, as metafor does", () => {
    const found = leaversAgainstStayers(everybody, EIGHT_MONTHS, 1);
    if ("kind" in found || found.difference.kind !== "estimate") throw new Error("nothing found");
    expect([found.left, found.stayed]).toEqual([48, 52]);
    expect(found.meanLeft).toBeCloseTo(23.6666666666667, 12);
    expect(found.meanStayed).toBeCloseTo(23.0192307692308, 12);
    // R 4.2.2, metafor 3.8-1: escalc("SMD") of bdi.pre, missing at 8 months against not.
    expect(found.difference.value).toBeCloseTo(0.0589918658140366, 12);
    expect(found.difference.standardError ** 2).toBeCloseTo(0.0400815027652637, 12);
  });
});

describe("missingnessModel", () => {
  it("gives R's odds ratio per standard deviation of the baseline", () => {
    const alike = everybody.map((person) => ({ ...person, siteId: "one" }));
    const found = missingnessModel(alike, EIGHT_MONTHS, true);
    if (found.kind !== "missingness-model" || found.baseline.kind !== "estimate") throw new Error("nothing found");
    expect([found.n, found.missing, found.sites]).toEqual([100, 48, []]);
    // R 4.2.2: exp(coef), exp(confint.default) of glm(is.na(bdi.8m) ~ scale(bdi.pre), binomial).
    expect(found.baseline.value).toBeCloseTo(1.06220237062561, 8);
    expect(found.baseline.interval.low).toBeCloseTo(0.715915389575687, 8);
    expect(found.baseline.interval.high).toBeCloseTo(1.575987739041855, 8);
    expect(found.baseline.test?.null).toBe(1);
  });

  it("compares sites where there are people enough, and says why there is no model", () => {
    const found = missingnessModel(everybody, EIGHT_MONTHS, true);
    if (found.kind !== "missingness-model") throw new Error(found.reason);
    expect(found.sites.map(({ siteId }) => siteId)).toEqual(["site 1", "site 2"]);
    expect(missingnessModel(everybody, EIGHT_MONTHS, false)).toMatchObject({ n: 100, missing: 48, sites: [] });
    expect(missingnessModel(everybody, 0, true)).toMatchObject({ reason: "no-events" });
    expect(missingnessModel(everybody, 1, true)).toMatchObject({ reason: "too-few", needed: 10, had: 3 });
    const flat = everybody.map((person) => ({ ...person, values: [7, ...person.values.slice(1)] }));
    expect(missingnessModel(flat, EIGHT_MONTHS, true)).toMatchObject({ reason: "no-spread" });
  });
});
