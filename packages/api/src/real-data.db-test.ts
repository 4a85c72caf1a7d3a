import { randomUUID } from "node:crypto";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { describe, expect, it } from "vitest";
import reference from "./real-data.fixtures.json";
import { appRouter } from "./router";
import { expectPage, type Figures, type Reference } from "./testing/expect-page";
import { bringIn, dataFile, keepTimepoints, openProgramme, readPage } from "./testing/real-programme";
import { ANOREXIA, BTHEB, ORTHODONT, type RealStudy, SLEEPSTUDY } from "./testing/real-studies";

/*
 * Real, published data go in as a programme would put them in, and a researcher's outcome page has R's figures.
 * packages/statistics/reference/real-data.R made them; docs/methods/real-data.md says where the data are from.
 */
const database = useTestDatabase();
const { outcomes, chain }: Reference = reference;

type Expected = readonly [cohort: string, against: string | undefined, figures: Figures | undefined];
const STUDIES: readonly (readonly [RealStudy, people: number, values: number, pages: readonly Expected[]])[] = [
  [
    BTHEB,
    100,
    380,
    [
      ["Treatment as usual", undefined, outcomes.btheb_usual],
      ["Beating the Blues", "Treatment as usual", outcomes.btheb_programme],
    ],
  ],
  [
    ANOREXIA,
    72,
    144,
    [
      ["Control", undefined, outcomes.anorexia_control],
      ["Cognitive behavioural therapy", "Control", outcomes.anorexia_cbt],
      ["Family therapy", "Control", outcomes.anorexia_family],
    ],
  ],
  [
    ORTHODONT,
    27,
    108,
    [
      ["Girls", undefined, outcomes.orthodont_girls],
      ["Boys", "Girls", outcomes.orthodont_boys],
    ],
  ],
  [SLEEPSTUDY, 18, 180, [["Drivers", undefined, outcomes.sleepstudy]]],
];

describe.each(STUDIES)("$file, brought in as a file", (study, participants, records, pages) => {
  it("arrives whole, and every outcome page has R's figures", async () => {
    const place = await bringIn(database.db, study);
    const { participant, timepoint } = study.mapping.columns;
    expect(place.suggested).toMatchObject({ kind: "read", mapping: { form: "wide", columns: { participant } } });
    if (place.suggested.kind !== "read") throw new Error("not read");
    const { mapping } = place.suggested;
    expect(mapping?.columns.timepoint).toBe(timepoint);
    // In the programme's own words: its baseline, and its end for what the file calls "post".
    expect(mapping?.timepoints.map(({ code }) => code)).toEqual(study.mapping.timepoints.map(({ code }) => code));
    expect(place.checked).toMatchObject({ importable: true, problems: [], participants, records });
    expect(place.done).toMatchObject({ participants, records });
    expect(place.table.timepoints.map(({ code }) => code)).toEqual(study.mapping.timepoints.map(({ code }) => code));
    for (const [cohort, against, figures] of pages) {
      // The comparison cohort is found without being asked for.
      const page = await readPage(place, { measure: study.primary, timepoint: study.timepointCode, cohort });
      expect(page.comparedWith?.name).toBe(against);
      expect(page.standing.kind).toBe("primary");
      expect(page.analysis.reliableChange).toEqual({ kind: "not-known", why: "no-reliability" });
      expectPage(page, figures);
    }
  });
});

describe("the course of the means", () => {
  async function meansOf(study: RealStudy, cohort: string): Promise<readonly number[]> {
    const { table } = await bringIn(database.db, study);
    const id = table.cohorts.find(({ name }) => name === cohort)?.id;
    const measures = table.domains.flatMap((domain) => domain.measures);
    const waves = measures.flatMap(({ cohorts }) => cohorts).find(({ cohortId }) => cohortId === id)?.waves ?? [];
    return waves.map(({ mean }) => (mean.kind === "estimate" ? mean.value : Number.NaN));
  }

  it("orthodont: the means Potthoff and Roy published", async () => {
    const published = [21.18, 22.23, 23.09, 24.09];
    const girls = await meansOf(ORTHODONT, "Girls");
    expect(girls.map((mean) => Math.round(100 * mean) / 100)).toEqual(published);
  });

  it("sleepstudy: the slope Bates and others published, 10.467 ms a day", async () => {
    const means = await meansOf(SLEEPSTUDY, "Drivers");
    const slope = means.reduce((sum, mean, day) => sum + (day - 4.5) * mean, 0) / 82.5;
    expect(slope).toBeCloseTo(10.467, 3);
  });
});

/** A study of ours, opened as a published example by a researcher of some programme. */
async function example(slug: string) {
  const { programmeId: lender, context, researcher } = await openProgramme(database.db, slug);
  const { programmeId } = await researcher.studyImport.loadExample({ programmeId: lender, slug });
  const membership = { programmeId, role: "researcher", siteId: null } as const;
  const actor = context.actor && { ...context.actor, memberships: [...context.actor.memberships, membership] };
  const reader = appRouter.createCaller({ ...context, actor });
  return { programmeId, reader, table: (await reader.change.read({ programmeId })).table };
}

describe("studies that come with the product", () => {
  it("fdd: two arms, three waves and much missing", async () => {
    const place = await example("fdd");
    expectPage(await readPage(place, { measure: "measure/props", timepoint: "t3", cohort: "EMDR" }), outcomes.fdd_emdr);
  });

  it("chain: one interview has means and counts, and no change is made of it", async () => {
    const place = await example("chain");
    const measures = place.table.domains.flatMap((domain) => domain.measures);
    const shown = (measure: string) => measures.find(({ description }) => description.measure === `measure/${measure}`);
    for (const [name, { n, mean }] of [
      ["log-viral-load", chain.viral_load],
      ["physical-health", chain.physical_health],
      ["poor-mental-health", chain.mental_health],
    ] as const) {
      const [cohort] = shown(name)?.cohorts ?? [];
      expect(cohort).toMatchObject({
        state: "baseline-only",
        enrolled: { kind: "exact", n: chain.people },
        baseline: { kind: "exact", n },
        followUps: [],
        waves: [{ mean: { kind: "estimate", n } }],
      });
      const at = cohort?.waves[0]?.mean;
      expect(at?.kind === "estimate" ? at.value : null).toBeCloseTo(mean, 9);
    }
    const asked = { measure: "measure/physical-health", timepoint: "round-6", cohort: "CHAIN cohort" };
    await expect(readPage(place, asked)).rejects.toMatchObject({ message: "change.no-such-row" });
  });
});

describe("a laboratory value, entered form by form", () => {
  it("cd4: twenty people, before and after a year of treatment", async () => {
    const { programmeId, administrator, researcher } = await openProgramme(database.db, "cd4");
    await keepTimepoints(administrator, programmeId, ["baseline"]);
    const window = { position: 1, targetDay: 365, daysBefore: 30, daysAfter: 30 };
    await administrator.timepoint.create({ programmeId, code: "one-year", label: "One year", kind: "end", ...window });
    await administrator.site.create({ programmeId, name: "Clinic" });
    await administrator.cohort.create({ programmeId, name: "Treated", kind: "other" });
    await administrator.instrument.enable({ programmeId, instrument: "cd4", edition: "1.0" });
    const { sites, cohorts, timepoints } = await administrator.programme.read({ programmeId });
    const idOf = (list: readonly { readonly id: string }[], at = 0) => list[at]?.id ?? "";
    const days = [
      ["baseline", "2025-04-01"],
      ["one-year", "2026-04-01"],
    ] as const;
    for (const line of dataFile("cd4_boot").trim().split("\n").slice(1)) {
      const [, ...hundreds] = line.split(",");
      const participantId = randomUUID();
      const place = { siteId: idOf(sites), cohortId: idOf(cohorts), enrolledOn: "2025-04-01" };
      await administrator.participant.enrol({ programmeId, participantId, ...place });
      for (const [at, [code, answeredOn]] of days.entries()) {
        await administrator.assessment.save({
          ...{ programmeId, participantId, assessmentId: randomUUID(), answeredOn, language: "en", mode: "paper" },
          ...{ instrument: "cd4", edition: "1.0" },
          timepointId: timepoints.find((one) => one.code === code)?.id ?? "",
          answers: { "cd4.count": Math.round(100 * Number(hundreds[at])) },
        });
      }
    }
    const { table } = await researcher.change.read({ programmeId });
    const asked = { measure: "cd4/count", timepoint: "one-year", cohort: "Treated" };
    const page = await readPage({ programmeId, reader: researcher, table }, asked);
    expect(page.description).toMatchObject({ improvement: "increase", domain: "outcome.physiological" });
    expectPage(page, outcomes.cd4);
  });
});
