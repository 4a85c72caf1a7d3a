import { appendEvents } from "@alongside/db/audit/append-events";
import { makeParticipant, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { AUDIT_PAGE, listAudit } from "./list";

const database = useTestDatabase();
let programmeId: string;
let administrator: Context;
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let participant: Awaited<ReturnType<typeof makeParticipant>>["participant"];

/** Two and a half pages of events, many of them in the same millisecond, and one of another programme. */
const COUNT = AUDIT_PAGE * 2 + 25;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  const other = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  ({ participant } = await makeParticipant(database.db, {
    programmeId,
    siteId: plan.sites[0].id,
    cohortId: plan.cohorts[0].id,
    code: makeParticipantCode([1, 2, 3, 4, 5, 6]),
  }));
  const actorId = administrator.actor?.userId ?? null;
  const event = (n: number) => ({
    id: uuidv7(),
    subjectId: n === 0 ? participant.participantId : programmeId,
    programmeId,
    actorId: n % 2 === 0 ? actorId : null,
    action: ["participant.enrol", "change.read"][n] ?? "site.create",
    detail:
      n === 1
        ? { cohortId: plan.cohorts[0].id, sites: [plan.sites[0].id], of: other.cohorts[0].id, rows: 3, kept: null }
        : null,
    at: new Date(Date.parse("2026-06-01T00:00:00Z") + Math.floor(n / 10) * 86_400_000),
  });
  const foreign = { ...event(0), id: uuidv7(), programmeId: other.programme.id };
  for (const statement of appendEvents([...Array.from({ length: COUNT }, (_, n) => event(n)), foreign])) {
    await database.owner.$executeRaw(statement);
  }
});

const list = async (given: Partial<Parameters<typeof listAudit>[1]> = {}) => {
  const result = await listAudit(administrator, { programmeId, ...given });
  if (!result.ok) throw new Error(reasonOf(result));
  return result.value;
};

describe("listAudit", () => {
  it("gives every event of the programme once, newest first, page by page", async () => {
    const seen: { readonly id: string; readonly at: Date }[] = [];
    let after: { at: string; id: string } | undefined;
    do {
      const page = await list(after ? { after } : {});
      seen.push(...page.events);
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(COUNT);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(COUNT);
    const times = seen.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("names people, and a participant only by the code", async () => {
    const { events } = await list({ action: "participant.enrol" });
    expect(events).toMatchObject([
      { participantCode: participant.code, personName: null, actorName: administrator.actor?.name },
    ]);
  });

  it("names the places that a detail mentions, and none of another programme", async () => {
    const { names } = await list({ action: "change.read" });
    const [cohort, site] = [plan.cohorts[0], plan.sites[0]];
    expect(names).toEqual({ [cohort.id]: cohort.name, [site.id]: site.name });
    expect((await list({ action: "participant.enrol" })).names).toEqual({});
  });

  it("narrows to a person and to days, both included", async () => {
    const mine = await list({ actorId: administrator.actor?.userId ?? "", from: "2026-06-02", to: "2026-06-03" });
    expect(mine.events.map(({ at }) => at.toISOString().slice(0, 10))).toEqual([
      ...Array.from({ length: 5 }, () => "2026-06-03"),
      ...Array.from({ length: 5 }, () => "2026-06-02"),
    ]);
    expect(mine.next).toBeNull();
  });

  it("narrows to one participant by the code as typed, and says when nobody has it", async () => {
    const { events } = await list({ code: ` ${participant.code.toLowerCase()} ` });
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["participant.enrol", participant.participantId],
    ]);
    expect(reasonOf(await listAudit(administrator, { programmeId, code: "nobody" }))).toMatch(/^invalid:/);
  });

  it("narrows to what only reads, to changes, and to nothing where there is none", async () => {
    expect((await list({ kind: "change" })).events).toHaveLength(AUDIT_PAGE);
    expect((await list({ kind: "reading" })).events).toMatchObject([{ action: "change.read" }]);
    expect((await list({ kind: "change", action: "participant.enrol" })).events).toHaveLength(1);
    expect((await list({ kind: "reading", action: "participant.enrol" })).events).toEqual([]);
  });

  it("is refused to everybody but an administrator of the whole programme", async () => {
    const evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
    expect(reasonOf(await listAudit(evaluator, { programmeId }))).toBe("forbidden:access.denied");
  });
});
