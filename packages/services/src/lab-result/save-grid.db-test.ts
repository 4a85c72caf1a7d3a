import { verifyStandings } from "@alongside/db/lab-standing/rebuild";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import {
  belowLimit,
  copies,
  enrolAt,
  makeLaboratory,
  saveRowsAs,
  type TestLaboratory,
  VIRAL_LOAD,
  viralLoadRow,
} from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { dueOn } from "../worklist/standing-sql";
import { readResultHistory } from "./read-history";
import { readRecentResults } from "./read-recent";
import { saveLabGrid } from "./save-grid";

const database = useTestDatabase();
let lab: TestLaboratory;

beforeAll(async () => {
  lab = await makeLaboratory(database.db);
});

const stored = (participantId: string) =>
  database.db.labResult.findMany({ where: { participantId }, orderBy: { id: "asc" } });
const events = (participantId: string) =>
  database.db.auditEvent.findMany({ where: { subjectId: participantId, action: { startsWith: "lab-result." } } });

describe("saving a grid", () => {
  it("stores what was reported, and what queries need beside it", async () => {
    const { participantId } = await enrolAt(lab);
    const row = viralLoadRow(participantId, copies("212", { asPrinted: "212 cp/mL", receivedOn: "2026-05-05" }));
    expect(await saveRowsAs(lab.nurse, lab.programmeId, [row])).toEqual([
      { resultId: row.resultId, outcome: "saved", verification: "not-needed" },
    ]);
    expect(await stored(participantId)).toMatchObject([
      {
        ...{ id: row.resultId, kind: "viral-load", state: "quantified", value: "212", unit: "copies-per-ml" },
        ...{ comparator: null, copiesPerMl: 212, derivation: "copies@1", lowerLimit: 40, upperLimit: 10_000_000 },
        ...{ assayKey: "abbott-realtime-plasma-600", assayEdition: "1", specimen: "plasma", reasonForTest: "routine" },
        ...{ asPrinted: "212 cp/mL", entry: "grid", current: true, replacesId: null, verification: "not-needed" },
        enteredById: lab.nurse.actor?.userId,
      },
    ]);
    expect(await database.db.labStanding.findUnique({ where: { participantId } })).toMatchObject({
      ...{ answeredId: row.resultId, answeredState: "quantified", answeredLow: 212, answeredHigh: 212 },
      ...{ specimenId: row.resultId, specimenState: "quantified", treatmentStartedOn: null },
    });
  });

  it("keeps a limit as a limit, and never turns it into a number between", async () => {
    const { participantId } = await enrolAt(lab);
    await saveRowsAs(lab.nurse, lab.programmeId, [viralLoadRow(participantId, belowLimit())]);
    expect(await stored(participantId)).toMatchObject([
      { state: "below-quantification", comparator: "<", value: null, unit: null, copiesPerMl: 40 },
    ]);
    expect(await database.db.labStanding.findUnique({ where: { participantId } })).toMatchObject({
      ...{ answeredLow: 0, answeredHigh: 40, answeredComparator: "<" },
    });
  });

  it("tells every row what became of it, and one that is refused leaves the others alone", async () => {
    const [one, two, three] = [await enrolAt(lab), await enrolAt(lab), await enrolAt(lab)];
    const rows = [
      viralLoadRow(one.participantId, copies("1200")),
      viralLoadRow(two.participantId, copies("180", { collectedOn: "2026-07-01" })),
      viralLoadRow(three.participantId, { ...VIRAL_LOAD, state: "quantified" }),
      viralLoadRow(uuidv7(), copies("180")),
    ];
    const outcomes = await saveRowsAs(lab.nurse, lab.programmeId, rows);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["saved", "refused", "refused", "refused"]);
    expect(outcomes[0]).toMatchObject({ verification: "awaiting" });
    expect(outcomes[3]).toMatchObject({ issues: [{ field: "participantId", rule: "participant.none" }] });
    expect(await stored(one.participantId)).toHaveLength(1);
    expect(await stored(two.participantId)).toEqual([]);
    expect(await events(two.participantId)).toEqual([]);
  });

  it("answers the very same row with the same, and another under its id with a conflict that changes nothing", async () => {
    const { participantId } = await enrolAt(lab);
    const row = viralLoadRow(participantId, copies("300"));
    await saveRowsAs(lab.nurse, lab.programmeId, [row]);
    expect(await saveRowsAs(lab.nurse, lab.programmeId, [row])).toEqual([{ resultId: row.resultId, outcome: "same" }]);
    const other = { ...row, measurement: copies("310") };
    expect(await saveRowsAs(lab.nurse, lab.programmeId, [other])).toMatchObject([
      { outcome: "conflict", stored: { resultId: row.resultId, measurement: { result: { value: "300" } } } },
    ]);
    expect(await stored(participantId)).toMatchObject([{ value: "300" }]);
    expect(await events(participantId)).toHaveLength(1);
  });

  it("refuses a second result of the same person, day and assay, also inside one grid", async () => {
    const { participantId } = await enrolAt(lab);
    const rows = [viralLoadRow(participantId, copies("300")), viralLoadRow(participantId, copies("300"))];
    const outcomes = await saveRowsAs(lab.nurse, lab.programmeId, rows);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["saved", "refused"]);
    expect(await stored(participantId)).toHaveLength(1);
  });

  it("puts a result in the place of the specimen that was waiting for it", async () => {
    const { participantId } = await enrolAt(lab);
    const pending = viralLoadRow(participantId, { ...VIRAL_LOAD, state: "pending" });
    await saveRowsAs(lab.nurse, lab.programmeId, [pending]);
    const answer = viralLoadRow(participantId, copies("300"));
    expect(await saveRowsAs(lab.nurse, lab.programmeId, [answer])).toMatchObject([{ outcome: "saved" }]);
    const rows = await stored(participantId);
    expect(rows.map(({ state, current, replacesId, reason }) => ({ state, current, replacesId, reason }))).toEqual([
      { state: "pending", current: false, replacesId: null, reason: null },
      { state: "quantified", current: true, replacesId: pending.resultId, reason: "result-arrived" },
    ]);
  });

  it("takes a new specimen of the same day after one that was rejected", async () => {
    const { participantId } = await enrolAt(lab);
    const rejected = { ...VIRAL_LOAD, state: "rejected", rejectionCode: "leaked" };
    await saveRowsAs(lab.nurse, lab.programmeId, [viralLoadRow(participantId, rejected)]);
    const again = await saveRowsAs(lab.nurse, lab.programmeId, [viralLoadRow(participantId, copies("300"))]);
    expect(again).toMatchObject([{ outcome: "saved" }]);
    expect(await database.db.labStanding.findUnique({ where: { participantId } })).toMatchObject({
      answeredLow: 300,
    });
  });

  it("keeps to the sites of whoever saves: others' people are not there", async () => {
    const { participantId } = await enrolAt(lab, 1);
    const here = await signedIn(database.db, {
      ...{ programmeId: lab.programmeId, role: "clinic-staff", siteId: lab.plan.sites[0].id },
    });
    const input = { programmeId: lab.programmeId, saveId: uuidv7(), rows: [viralLoadRow(participantId, copies("5"))] };
    expect(reasonOf(await saveLabGrid(here, input))).toBe("not-found:participant.none");
    expect(reasonOf(await saveLabGrid(lab.administrator, input))).toBe("forbidden:access.denied");
  });

  it("writes who entered what, and nothing of what it says", async () => {
    const { participantId } = await enrolAt(lab);
    await saveRowsAs(lab.nurse, lab.programmeId, [viralLoadRow(participantId, copies("48213"))]);
    const [event] = await events(participantId);
    expect(event).toMatchObject({ action: "lab-result.save", actorId: lab.nurse.actor?.userId });
    expect(JSON.stringify(event?.detail)).not.toContain("48213");
  });

  it("takes CD4 counts and weights through the same door", async () => {
    const { participantId } = await enrolAt(lab);
    const dates = { collectedOn: "2026-05-04", receivedOn: null, testedOn: null, returnedOn: null, asPrinted: null };
    const quantity = { ...dates, state: "quantified", comparator: null };
    const rows = [
      { ...viralLoadRow(participantId, { ...quantity, value: "412" }), kind: "cd4-count" as const },
      { ...viralLoadRow(participantId, { ...quantity, value: "61.5" }), kind: "weight" as const },
    ];
    expect(await saveRowsAs(lab.nurse, lab.programmeId, rows)).toMatchObject([
      { outcome: "saved" },
      { outcome: "saved" },
    ]);
    expect(await stored(participantId)).toMatchObject([
      { kind: "cd4-count", quantity: 412, copiesPerMl: null },
      { kind: "weight", quantity: 61.5, derivation: "quantity@1" },
    ]);
  });

  it("keeps one of two results of the same day that arrive at the same moment, and one row that is sent twice", async () => {
    const { participantId } = await enrolAt(lab);
    const both = await Promise.all(
      [lab.nurse, lab.colleague].map((by) =>
        saveRowsAs(by, lab.programmeId, [viralLoadRow(participantId, copies("300"))]),
      ),
    );
    expect(
      both
        .flat()
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(["refused", "saved"]);
    const again = viralLoadRow(participantId, copies("310", { collectedOn: "2026-05-20" }));
    const twice = await Promise.all([1, 2].map(() => saveRowsAs(lab.nurse, lab.programmeId, [again])));
    expect(
      twice
        .flat()
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(["same", "saved"]);
    expect(await stored(participantId)).toHaveLength(2);
  });

  it("lets grids with the same people in another order through, whichever comes first", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => enrolAt(lab)));
    const days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"];
    const saved = await Promise.all(
      days.map((collectedOn, index) => {
        const rows = people.map(({ participantId }) => viralLoadRow(participantId, copies("300", { collectedOn })));
        return saveRowsAs(lab.nurse, lab.programmeId, index % 2 === 0 ? rows : rows.toReversed());
      }),
    );
    expect(saved.flat().filter(({ outcome }) => outcome === "saved")).toHaveLength(people.length * days.length);
  });

  it("leaves every standing as a rebuild would make it", async () => {
    expect(await verifyStandings(database.db, lab.programmeId, dueOn(DEFAULT_SETTINGS))).toEqual([]);
  });
});

describe("what is shown beside a row", () => {
  it("is the last two results by kind and the window that is open, found by the code however it is typed", async () => {
    const { participantId, code } = await enrolAt(lab);
    const rows = ["2026-02-02", "2026-03-02", "2026-04-06"].map((collectedOn) =>
      viralLoadRow(participantId, copies("300", { collectedOn })),
    );
    await saveRowsAs(lab.nurse, lab.programmeId, rows);
    const recent = await readRecentResults(lab.nurse, { programmeId: lab.programmeId, code: code.toLowerCase() });
    if (!recent.ok) throw new Error(recent.failure.reason);
    const { value } = recent;
    expect(value).toMatchObject({ participantId, code, enrolledOn: "2026-01-05", treatmentStartedOn: null });
    expect(value.results["viral-load"].map(({ resultId }) => resultId)).toEqual([rows[2]?.resultId, rows[1]?.resultId]);
    expect(value.results.weight).toEqual([]);
    // 15 June is day 161; the window of day 180 opened on day 166.
    expect(value.window).toMatchObject({ code: "follow-up", open: false });
  });

  it("is everything in the history, also what does not count any more", async () => {
    const { participantId } = await enrolAt(lab);
    await saveRowsAs(lab.nurse, lab.programmeId, [viralLoadRow(participantId, { ...VIRAL_LOAD, state: "pending" })]);
    await saveRowsAs(lab.nurse, lab.programmeId, [viralLoadRow(participantId, copies("300"))]);
    const history = await readResultHistory(lab.administrator, { programmeId: lab.programmeId, participantId });
    if (!history.ok) throw new Error(history.failure.reason);
    expect(history.value.results.map(({ current }) => current).toSorted()).toEqual([false, true]);
    expect(Object.values(history.value.names)).toEqual([lab.nurse.actor?.name]);
  });
});
