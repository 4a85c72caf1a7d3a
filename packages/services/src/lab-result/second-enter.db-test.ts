import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { copies, enrolAt, makeLaboratory, saveRowsAs, viralLoadRow } from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { enterSecond } from "./second-enter";
import { verifyLabResult } from "./verify";

const database = useTestDatabase();

it("a second reading does not end a doubt of the same person", async () => {
  const { programmeId, nurse, colleague, ...lab } = await makeLaboratory(database.db);
  const { participantId } = await enrolAt({ programmeId, nurse, colleague, ...lab });
  const row = viralLoadRow(participantId, copies("3000"));
  expect(await saveRowsAs(nurse, programmeId, [row])).toMatchObject([{ outcome: "saved" }]);
  const about = { programmeId, participantId, resultId: row.resultId };
  const doubt = { verificationId: uuidv7(), decision: "queried", note: "Looks like 300" } as const;
  expect(reasonOf(await verifyLabResult(colleague, { ...about, ...doubt }))).toBe("ok");
  const reading = { entryId: uuidv7(), kind: "viral-load", measurement: copies("3000") } as const;
  expect(reasonOf(await enterSecond(colleague, { ...about, ...reading }))).toBe("rule:lab-result.same-person");
  const [stored] = await database.db.labResult.findMany({ where: { participantId } });
  expect(stored?.verification).toBe("queried");
});
