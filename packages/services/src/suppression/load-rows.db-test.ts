import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { authorise, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { changeParticipantStatus } from "../participant/change-status";
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
import { recordTreatmentStart } from "../treatment/record-start";
import { loadSuppressionRows } from "./load-rows";

const database = useTestDatabase();
let lab: TestLaboratory;

beforeAll(async () => {
  lab = await makeLaboratory(database.db);
});

function scopeOf(context: Context): Scope<"suppression.read"> {
  const scope = authorise(context, "suppression.read", lab.programmeId);
  if (!scope.ok) throw new Error(reasonOf(scope));
  return scope.value;
}
const load = (context: Context) =>
  loadSuppressionRows(context, scopeOf(context), { timeZone: "UTC", waves: lab.plan.timepoints });

describe("loading rows", () => {
  it("gives every result in force to the wave of its day, and counts what cannot be read", async () => {
    const { participantId } = await enrolAt(lab);
    const other = await enrolAt(lab, 1);
    const start = { programmeId: lab.programmeId, participantId, startId: uuidv7(), startedOn: "2025-01-05" };
    expect(reasonOf(await recordTreatmentStart(lab.nurse, start))).toBe("ok");
    const inUnits = { unit: "iu-per-ml", assay: null } as const;
    const reasons = { jump: "Looked at twice", "assay-switch": "Another laboratory" };
    const rows = [
      viralLoadRow(participantId, copies("5000", { collectedOn: "2026-01-10" })),
      // Day 60 lies in no window.
      viralLoadRow(participantId, belowLimit({ collectedOn: "2026-03-06" }), { reasons }),
      viralLoadRow(participantId, belowLimit({ collectedOn: "2026-04-05" }), { reasons }),
      viralLoadRow(participantId, { ...VIRAL_LOAD, state: "pending", collectedOn: "2026-06-01" }),
      viralLoadRow(other.participantId, copies("300", { collectedOn: "2026-01-10", ...inUnits }), { reasons }),
    ];
    const saved = await saveRowsAs(lab.nurse, lab.programmeId, rows);
    expect(saved.map(({ outcome }) => outcome)).toEqual(rows.map(() => "saved"));
    const loaded = await load(lab.administrator);
    const [baseline, end] = lab.plan.timepoints;
    expect(loaded.data.rows.map(({ timepointId, day, result }) => ({ timepointId, day, result }))).toEqual([
      { timepointId: baseline.id, day: 5, result: { kind: "quantified", copiesPerMl: 5000 } },
      { timepointId: null, day: 60, result: { kind: "below", limit: 40, inclusive: false } },
      { timepointId: end.id, day: 90, result: { kind: "below", limit: 40, inclusive: false } },
    ]);
    expect(loaded.unreadable).toBe(1);
    expect(loaded.data.people).toHaveLength(2);
    expect(loaded.data.people[0]).toMatchObject({ expected: [true, true, false], diedOn: null });
    expect(loaded.cascade[0]).toMatchObject({ inCare: true, treatment: { kind: "on-treatment", days: 526 } });
    expect(loaded.cascade[1]).toMatchObject({ treatment: { kind: "unknown" }, results: [] });
  });

  it("keeps to the sites of the scope, and knows who has died", async () => {
    const [north] = lab.plan.sites;
    const at = { programmeId: lab.programmeId, role: "evaluator", siteId: north.id } as const;
    const evaluator = await signedIn(database.db, at);
    const before = await load(evaluator);
    expect(before.data.people.map(({ siteId }) => siteId)).toEqual([north.id]);
    const { participantId } = await enrolAt(lab);
    const ending = { enrolmentId: uuidv7(), status: "died", endedOn: "2026-02-01" } as const;
    await changeParticipantStatus(lab.nurse, { programmeId: lab.programmeId, participantId, ...ending });
    const loaded = await load(evaluator);
    const index = loaded.data.people.findIndex((person) => person.participantId === participantId);
    expect(loaded.data.people[index]).toMatchObject({ expected: [true, false, false], diedOn: 27 });
    expect(loaded.cascade[index]).toMatchObject({ inCare: false });
  });
});
