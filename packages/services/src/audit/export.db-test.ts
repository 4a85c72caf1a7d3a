import { appendEvents } from "@alongside/db/audit/append-events";
import { makeParticipant, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { exportAudit } from "./export";

const database = useTestDatabase();
const CODE = makeParticipantCode([1, 2, 3, 4, 5, 6]);

async function ground(events: number) {
  const plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  const place = { programmeId, siteId: plan.sites[0].id, cohortId: plan.cohorts[0].id };
  const { participant } = await makeParticipant(database.db, { ...place, code: CODE });
  const event = (n: number) => ({
    ...{ id: uuidv7(), programmeId, actorId: administrator.actor?.userId ?? null },
    subjectId: n === 0 ? participant.participantId : programmeId,
    action: n === 0 ? "participant.enrol" : "site.create",
    detail: { name: "=1+1" },
    at: new Date(Date.parse("2026-06-01T00:00:00Z") + n * 1000),
  });
  for (const statement of appendEvents(Array.from({ length: events }, (_, n) => event(n)))) {
    await database.owner.$executeRaw(statement);
  }
  return { programmeId, administrator, participantId: participant.participantId };
}

const linesOf = (text: string) => text.trimEnd().split("\r\n").slice(1);

it("is all of the trail beyond one page, newest first, and is itself in the trail", async () => {
  const { programmeId, administrator } = await ground(255);
  const saved = await exportAudit(administrator, { programmeId });
  if (!saved.ok) throw new Error(saved.failure.reason);
  expect(saved.value.fileName).toMatch(/^trail-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = linesOf(saved.value.text);
  expect(lines).toHaveLength(255);
  expect(lines[0]).toMatch(/^2026-06-01T00:04:14\.000Z,/);
  expect(lines.at(-1)).toContain(`participant.enrol`);
  const traces = await database.db.auditEvent.findMany({ where: { programmeId, action: "audit.export" } });
  expect(traces).toMatchObject([
    { subjectId: programmeId, actorId: administrator.actor?.userId, detail: { rows: 255 } },
  ]);
});

it("keeps to the filter, and tells in the participant's own history that theirs was taken", async () => {
  const { programmeId, administrator, participantId } = await ground(5);
  const saved = await exportAudit(administrator, { programmeId, code: CODE });
  expect(saved.ok && linesOf(saved.value.text)).toHaveLength(1);
  const none = await exportAudit(administrator, { programmeId, to: "2026-05-31" });
  expect(none.ok && linesOf(none.value.text)).toEqual([]);
  const traces = await database.db.auditEvent.findMany({
    where: { programmeId, action: "audit.export" },
    orderBy: { id: "asc" },
  });
  expect(traces).toMatchObject([
    { subjectId: participantId, detail: { rows: 1, filters: ["code"] } },
    { subjectId: programmeId, detail: { rows: 0, filters: ["to"] } },
  ]);
  expect(JSON.stringify(traces)).not.toContain(CODE);
});

it("lets no spreadsheet run a name, and is for whoever may read the trail", async () => {
  const { programmeId, administrator } = await ground(1);
  await database.db.user.update({ where: { id: administrator.actor?.userId ?? "" }, data: { name: "=HYPERLINK(1)" } });
  const saved = await exportAudit(administrator, { programmeId });
  expect(saved.ok && saved.value.text).toContain(",'=HYPERLINK(1),");
  const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  expect(reasonOf(await exportAudit(researcher, { programmeId }))).toBe("forbidden:access.denied");
});
