import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Characteristic, Characteristics } from "@alongside/domain/characteristics/characteristics";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { readIdentitySettings } from "../identity-settings/read";
import { saveIdentitySettings } from "../identity-settings/save";
import { enrolParticipant } from "../participant/enrol";
import { readParticipant } from "../participant/read";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { recordWithdrawal } from "../withdrawal/record";
import { recordCharacteristics } from "./record";

const database = useTestDatabase();
const SOMEBODY: Characteristics = { age: 34, gender: "woman", keyPopulations: ["none"] };
const ONLY_AGE: Characteristics = { age: 34, gender: null, keyPopulations: [] };

async function makePlace(recorded: readonly Characteristic[]) {
  const { programme, sites, cohorts } = await makeProgramme(database.db);
  const programmeId = programme.id;
  const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  const evaluator = await signedIn(database.db, { programmeId, role: "evaluator", siteId: sites[0].id });
  const records = async (characteristics: readonly Characteristic[]) => {
    const { version } = expectOk(await readIdentitySettings(administrator, { programmeId }));
    const kept = { basedOn: version, contactDetails: false, duplicateRecipe: "none" } as const;
    return saveIdentitySettings(administrator, { programmeId, ...kept, characteristics: [...characteristics] });
  };
  expectOk(await records(recorded));
  const participantId = uuidv7();
  const place = { programmeId, participantId, siteId: sites[0].id, cohortId: cohorts[0].id, enrolledOn: "2026-06-01" };
  const record = (characteristics: Characteristics, replaces: string | null, recordId = uuidv7()) =>
    recordCharacteristics(evaluator, { programmeId, participantId, recordId, replaces, characteristics });
  const seen = async (context = evaluator) =>
    expectOk(await readParticipant(context, { programmeId, participantId })).who;
  return { programmeId, sites, evaluator, records, place, record, seen };
}

describe("who somebody is", () => {
  it("is asked at enrolment, put right later, and keeps what was recorded before", async () => {
    const { evaluator, place, record, seen } = await makePlace(["age", "gender", "key-populations"]);
    expectOk(await enrolParticipant(evaluator, { ...place, characteristics: SOMEBODY }));
    const first = (await seen())?.now;
    expect(first?.characteristics).toEqual(SOMEBODY);
    const changed = { ...SOMEBODY, age: 43 };
    const again = uuidv7();
    expectOk(await record(changed, first?.recordId ?? null, again));
    // The same request once more is answered as the first time.
    expectOk(await record(changed, first?.recordId ?? null, again));
    expect(reasonOf(await record(SOMEBODY, first?.recordId ?? null, again))).toBe("conflict:characteristics.id-reused");
    expect((await seen())?.now).toEqual({ recordId: again, characteristics: changed });
    // Somebody else looked at the page before.
    expect(reasonOf(await record(SOMEBODY, first?.recordId ?? null))).toBe("conflict:characteristics.changed-since");
    const where = { participantId: place.participantId };
    expect(await database.db.participantCharacteristics.count({ where })).toBe(2);
    const trail = await database.db.auditEvent.findMany({ where: { subjectId: place.participantId } });
    const told = trail.filter(({ action }) => action === "characteristics.record").map(({ detail }) => detail);
    expect(told).toEqual([{ recorded: "age gender key-populations" }]);
  });

  it("is refused where the programme does not record it, and nobody is enrolled with it", async () => {
    const { evaluator, place, record, seen } = await makePlace(["age"]);
    expect(reasonOf(await enrolParticipant(evaluator, { ...place, characteristics: SOMEBODY }))).toBe(
      "rule:characteristics.not-recorded",
    );
    expect(await database.db.participant.count({ where: { participantId: place.participantId } })).toBe(0);
    expectOk(await enrolParticipant(evaluator, place));
    expect(await seen()).toEqual({ recorded: ["age"], now: null });
    expect(reasonOf(await record(SOMEBODY, null))).toBe("rule:characteristics.not-recorded");
    expectOk(await record(ONLY_AGE, null));
  });

  it("stays as it was where something is not recorded any more, and is not shown", async () => {
    const { evaluator, place, records, record, seen } = await makePlace(["age", "gender"]);
    expectOk(await enrolParticipant(evaluator, { ...place, characteristics: { ...SOMEBODY, keyPopulations: [] } }));
    expectOk(await records(["age"]));
    const now = (await seen())?.now;
    expect(now?.characteristics).toEqual(ONLY_AGE);
    expectOk(await record({ ...ONLY_AGE, age: 35 }, now?.recordId ?? null));
    const where = { participantId: place.participantId, current: true };
    const row = await database.db.participantCharacteristics.findFirst({ where });
    expect(row).toMatchObject({ age: 35, gender: "woman" });
  });

  it("is not recorded of whoever has stepped back", async () => {
    const { evaluator, place, record } = await makePlace(["age"]);
    expectOk(await enrolParticipant(evaluator, place));
    const { programmeId, participantId } = place;
    const wish = { programmeId, participantId, withdrawalId: uuidv7(), reason: "burden", level: "use" } as const;
    expectOk(await recordWithdrawal(evaluator, { ...wish, leavesOut: false, fromOn: "2026-06-10" }));
    expect(reasonOf(await record(ONLY_AGE, null))).toBe("rule:characteristics.stepped-back");
  });

  it("is not shown to a coordinator, nor recorded at another site", async () => {
    const { programmeId, sites, evaluator, place, seen } = await makePlace(["age"]);
    expectOk(await enrolParticipant(evaluator, { ...place, characteristics: ONLY_AGE }));
    expect(await seen(await signedIn(database.db, { programmeId, role: "peer-coordinator" }))).toBeNull();
    const elsewhere = await signedIn(database.db, { programmeId, role: "evaluator", siteId: sites[1].id });
    const { participantId } = place;
    const asked = { programmeId, participantId, recordId: uuidv7(), replaces: null, characteristics: ONLY_AGE };
    expect(reasonOf(await recordCharacteristics(elsewhere, asked))).toBe("not-found:participant.none");
  });
});
