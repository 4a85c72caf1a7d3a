import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import type { Context } from "../context";
import { saveLaboratorySettings } from "../laboratory-settings/save";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import { countSettledDoubts } from "../laboratory-settings/settled-doubts";
import { copies, enrolAt, makeLaboratory, saveRowsAs, viralLoadRow } from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { correctLabResult } from "./correct";
import { enterSecond } from "./second-enter";
import { verifyLabResult } from "./verify";

const database = useTestDatabase();

it("lets who raised a doubt settle it in words, unless a programme asks for a third person", async () => {
  const own = await makeLaboratory(database.db);
  const { programmeId, administrator, nurse, colleague } = own;
  const { version: basedOn, ...fields } = DEFAULT_SETTINGS;
  const doubted = async () => {
    const { participantId } = await enrolAt(own);
    const row = viralLoadRow(participantId, copies("3000"));
    expect(await saveRowsAs(nurse, programmeId, [row])).toMatchObject([{ verification: "awaiting" }]);
    const about = { programmeId, participantId, resultId: row.resultId };
    const query = { ...about, verificationId: uuidv7(), decision: "queried", note: "Looks like 300" } as const;
    expect(reasonOf(await verifyLabResult(colleague, query))).toBe("ok");
    return about;
  };
  const settle = (by: Context, about: Awaited<ReturnType<typeof doubted>>, note = "The paper says 3000") =>
    verifyLabResult(by, { ...about, verificationId: uuidv7(), decision: "verified", note });
  const counted = () => countSettledDoubts(administrator, { programmeId });
  expect(await counted()).toEqual({ ok: true, value: { settled: 0, alone: 0 } });
  const first = await doubted();
  expect(reasonOf(await settle(nurse, first))).toBe("rule:lab-result.same-person");
  expect(reasonOf(await settle(colleague, first))).toBe("ok");
  expect(await counted()).toEqual({ ok: true, value: { settled: 1, alone: 1 } });

  await saveLaboratorySettings(administrator, { programmeId, basedOn, ...fields, thirdPerson: true });
  const second = await doubted();
  expect(reasonOf(await settle(colleague, second))).toBe("rule:lab-result.third-person");
  expect(await database.db.labResult.findMany({ where: { participantId: second.participantId } })).toMatchObject([
    { verification: "queried" },
  ]);
  // A reading that differs raises a doubt as well.
  const third = await enrolAt(own);
  const row = viralLoadRow(third.participantId, copies("3000"));
  await saveRowsAs(nurse, programmeId, [row]);
  const about = { programmeId, participantId: third.participantId, resultId: row.resultId };
  const reading = { ...about, entryId: uuidv7(), kind: "viral-load", measurement: copies("300") } as const;
  expect(await enterSecond(colleague, reading)).toMatchObject({ ok: true });
  expect(reasonOf(await settle(colleague, about))).toBe("rule:lab-result.third-person");
  const other = await signedIn(database.db, { programmeId, role: "clinic-staff" });
  expect(reasonOf(await settle(other, second))).toBe("ok");
  expect(await counted()).toEqual({ ok: true, value: { settled: 2, alone: 1 } });
  // A correction is always a way out, also for who raised the doubt.
  const version = { ...viralLoadRow(third.participantId, copies("300")), saveId: uuidv7(), reason: "Misread" };
  const corrected = await correctLabResult(colleague, { ...version, programmeId, replaces: row.resultId });
  expect(corrected).toMatchObject({ value: { outcome: "saved", verification: "awaiting" } });
  expect(await counted()).toEqual({ ok: true, value: { settled: 2, alone: 1 } });
});
