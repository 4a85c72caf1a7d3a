import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDb, type Db } from "../client";
import { sql } from "../sql";
import { useTestDatabase } from "../testing/test-database";
import { newAnchorKey, readAnchorKey, replacedAnchorKey } from "./anchor-key";
import type { SeenAnchor } from "./anchor-witness";
import { appendEvents, type NewAuditEvent } from "./append-events";
import { link } from "./link";
import { makeAnchor } from "./make-anchor";
import { printAnchor, readPrintedAnchor } from "./printed-anchor";
import { NO_PROOF, verifyTrail } from "./verify-trail";

const database = useTestDatabase();
const key = readAnchorKey(newAnchorKey());
const DAY = 86_400_000;
const START = Date.parse("2026-06-01T08:00:00.123Z");

let db: Db;
let programmeId: string;
let subjects: readonly [string, string, string];

beforeAll(() => {
  // Several connections, so that what is sent at the same time meets in the database.
  db = createDb(database.ownerUrl, { poolMax: 8 });
});
afterAll(() => db.$disconnect());

const event = (subjectId: string, n: number, over: Partial<NewAuditEvent> = {}): NewAuditEvent => ({
  ...{ subjectId, programmeId, id: randomUUID(), actorId: n % 2 === 0 ? randomUUID() : null, action: "person.add" },
  ...{ detail: n % 3 === 0 ? null : { n, words: 'a "b" 中', b: [1, null], a: 0.1 }, at: new Date(START + n * 1000) },
  ...over,
});

async function append(events: readonly NewAuditEvent[]): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const statement of appendEvents(events)) await tx.$executeRaw(statement);
  });
}

const anchor = (days: number, seen: SeenAnchor | null = null) =>
  db.$transaction((tx) => makeAnchor(tx, programmeId, key, new Date(START + days * DAY), seen));

const verify = (seen: SeenAnchor | null = null) => verifyTrail(db, programmeId, { key, seen });

/** Faults in words: which of the three subjects, at which place, what. */
async function faults(seen: SeenAnchor | null = null): Promise<readonly string[]> {
  const { findings } = await verify(seen);
  return findings.map(({ subjectId, place, fault }) =>
    subjectId === null ? `anchor ${place} ${fault}` : `${"abc"[subjects.indexOf(subjectId)]}${place} ${fault}`,
  );
}

/** Four events about each of three, anchored; two more about the first, not anchored; a second anchor; one more. */
beforeEach(async () => {
  programmeId = randomUUID();
  const ids = [randomUUID(), randomUUID(), randomUUID()].toSorted();
  subjects = [ids[0] ?? "", ids[1] ?? "", ids[2] ?? ""];
  const [a] = subjects;
  for (let n = 0; n < 4; n += 1) await append(subjects.map((subject) => event(subject, n)));
  await anchor(0);
  await append([event(a, 4), event(a, 5)]);
  await anchor(1);
  await append([event(a, 6)]);
});

describe("a trail nobody touched", () => {
  it("holds, with every chain in place", async () => {
    expect(await verify()).toEqual({
      events: 15,
      chains: 3,
      notAnchored: 1,
      anchors: 2,
      lastAnchorDay: "2026-06-02",
      findings: [],
    });
  });

  it("has one anchor a day, also when two servers make it", async () => {
    expect(await Promise.all([anchor(1), anchor(1)])).toEqual([null, null]);
    const made = await Promise.all([anchor(2), anchor(2), anchor(2)]);
    expect(made.filter((one) => one !== null)).toMatchObject([{ number: 3 }]);
    expect(await faults()).toEqual([]);
  });

  it("links events that are written at the same time one after another", async () => {
    const [a, b] = subjects;
    const many = Array.from({ length: 30 }, (_, n) => append([event(n % 2 ? a : b, n), event(n % 2 ? b : a, n)]));
    await Promise.all(many);
    const report = await verify();
    expect(report).toMatchObject({ events: 75, findings: [] });
  });

  it("is linked by the hash that is documented", async () => {
    const [first] = await db.$queryRaw<{ content: Uint8Array; hash: Uint8Array }[]>(sql`
      SELECT sha256(convert_to(jsonb_build_array(subject_id, programme_id, id, actor_id, action,
               (extract(epoch FROM at) * 1000)::bigint, detail)::text, 'UTF8')) AS content, hash
        FROM audit_event WHERE subject_id = ${subjects[1]}::uuid AND sequence = 1`);
    if (first === undefined) throw new Error("no event");
    expect(Buffer.from(first.hash)).toEqual(link(null, 1, first.content));
  });

  it("keeps chains of one subject in two programmes apart", async () => {
    const elsewhere = randomUUID();
    await append([event(subjects[0], 1, { programmeId: elsewhere })]);
    expect(await verifyTrail(db, elsewhere, NO_PROOF)).toMatchObject({ events: 1, chains: 1, findings: [] });
    expect(await faults()).toEqual([]);
  });
});

describe("anchors taken away from the end, with everything before them written anew", () => {
  /** What whoever owns the database can do: the chain of one subject ends after its first event, and nothing was ever anchored. */
  async function cut() {
    const [a] = subjects;
    const owner = database.owner;
    await owner.auditAnchorLeaf.deleteMany({ where: { programmeId } });
    await owner.auditAnchor.deleteMany({ where: { programmeId } });
    await owner.auditEvent.deleteMany({ where: { subjectId: a, sequence: { gt: 1 } } });
    const first = await owner.auditEvent.findFirstOrThrow({ where: { subjectId: a } });
    await owner.auditHead.updateMany({ where: { programmeId }, data: { anchored: 0 } });
    await owner.auditHead.updateMany({ where: { subjectId: a }, data: { sequence: 1, hash: first.hash } });
  }
  const seenNow = async (): Promise<SeenAnchor> => {
    const last = await db.auditAnchor.findFirstOrThrow({ where: { programmeId }, orderBy: { number: "desc" } });
    return { number: last.number, root: Buffer.from(last.root).toString("hex") };
  };

  it("leave no trace inside the database, and are found by what is remembered outside", async () => {
    const seen = await seenNow();
    expect(await faults(seen)).toEqual([]);
    await cut();
    expect(await faults()).toEqual([]);
    expect(await faults(seen)).toEqual(["anchor 2 anchors-cut"]);
  });

  it("are not signed over, by the number or by another anchor of the same number", async () => {
    const seen = await seenNow();
    await cut();
    expect(await anchor(5, seen)).toBe("cut");
    await anchor(6);
    await anchor(7);
    expect(await faults()).toEqual([]);
    expect(await anchor(8, seen)).toBe("cut");
    expect(await faults(seen)).toEqual(["anchor 2 anchors-cut"]);
  });
});

describe("events that are kept out of every anchor", () => {
  it("are found where a chain says that one stands behind them", async () => {
    const [a] = subjects;
    await database.owner.auditHead.updateMany({ where: { subjectId: a }, data: { anchored: 7 } });
    expect(await faults()).toEqual(["a7 not-as-anchored"]);
  });
});

describe("a key that was replaced", () => {
  const dayOf = async (number: number) => {
    const stored = await db.auditAnchor.findUniqueOrThrow({ where: { programmeId_number: { programmeId, number } } });
    return stored.day.toISOString().slice(0, 10);
  };

  it("still stands behind the anchors it has signed, and behind none of later days", async () => {
    const pem = newAnchorKey();
    const next = readAnchorKey(replacedAnchorKey(pem, await dayOf(2)));
    expect(next.publicPem).not.toBe(readAnchorKey(pem).publicPem);
    expect(next.earlier.map(({ publicPem }) => publicPem)).toEqual([readAnchorKey(pem).publicPem]);
    const of = (until: string) => ({ ...next, earlier: [{ publicPem: key.publicPem, until }] });
    const findings = async (able: typeof next) =>
      (await verifyTrail(db, programmeId, { key: able, seen: null })).findings;
    expect(await findings(of(await dayOf(2)))).toEqual([]);
    expect(await findings(of(await dayOf(1)))).toMatchObject([{ place: 2, fault: "anchor-forged" }]);
    expect(await findings(next)).toHaveLength(2);
    const printed = readPrintedAnchor(
      printAnchor(await db.auditAnchor.findFirstOrThrow({ where: { programmeId, number: 2 } })),
    );
    expect(printed?.isSignedFor(of(await dayOf(2)))).toBe(true);
    expect(printed?.isSignedFor(of(await dayOf(1)))).toBe(false);
  });

  it("cannot sign any more: its private part is not in the text that is kept", async () => {
    const pem = newAnchorKey();
    const twice = replacedAnchorKey(replacedAnchorKey(pem, "2026-01-01"), "2026-02-01");
    expect(twice.match(/PRIVATE KEY-----/g)).toHaveLength(2);
    expect(twice).not.toContain(pem.split("\n")[1]);
    expect(readAnchorKey(twice).earlier.map(({ until }) => until)).toEqual(["2026-02-01", "2026-01-01"]);
  });
});

describe("an anchor on paper", () => {
  const stored = async (number: number) =>
    db.auditAnchor.findUniqueOrThrow({ where: { programmeId_number: { programmeId, number } } });

  it("is recognised, however its lines end, and by whom it was signed", async () => {
    const text = printAnchor(await stored(1)).replaceAll("\n", "\r\n");
    const printed = readPrintedAnchor(text);
    expect(printed).toMatchObject({ programmeId, number: 1 });
    expect(printed?.isOf(await stored(1))).toBe(true);
    expect(printed?.isOf(await stored(2))).toBe(false);
    expect(printed?.isSignedBy(key.publicPem)).toBe(true);
    expect(printed?.isSignedBy(readAnchorKey(newAnchorKey()).publicPem)).toBe(false);
  });

  it("is not recognised when a figure on it was changed", async () => {
    const text = printAnchor(await stored(1)).replace("\n3\n", "\n4\n");
    expect(readPrintedAnchor(text)?.isSignedBy(key.publicPem)).toBe(false);
    expect(readPrintedAnchor("audit anchor 1\nx")).toBeNull();
  });
});

describe("a trail that was tampered with", () => {
  const change = (text: string, ...values: readonly unknown[]) => db.$executeRawUnsafe(text, ...values);
  const where = (subject: number, sequence: number) =>
    `WHERE subject_id = '${subjects[subject]}' AND programme_id = '${programmeId}' AND sequence = ${sequence}`;

  it.each([
    ["actor_id", "gen_random_uuid()"],
    ["action", "'person.remove'"],
    ["at", "at + interval '1 millisecond'"],
    ["detail", `'{"n": 2}'`],
    ["detail", "NULL"],
    ["id", "gen_random_uuid()"],
    ["hash", "sha256('x')"],
  ])("shows where %s was changed", async (column, value) => {
    await change(`UPDATE audit_event SET ${column} = ${value} ${where(1, 2)}`);
    expect((await faults())[0]).toBe("b2 edited");
  });

  it("shows an event that was taken out of the middle", async () => {
    await change(`DELETE FROM audit_event ${where(1, 2)}`);
    expect(await faults()).toEqual(["b2 missing"]);
  });

  it("shows an end that was cut off, and a chain that is gone", async () => {
    await change(`DELETE FROM audit_event ${where(0, 7)}`);
    expect(await faults()).toEqual(["a7 end-cut"]);
    await change(`DELETE FROM audit_event WHERE subject_id = $1::uuid`, subjects[2]);
    expect(await faults()).toEqual(["a7 end-cut", "c1 end-cut", "c4 not-as-anchored"]);
  });

  it("shows an end that was cut off together with what the next event is linked to, once it was anchored", async () => {
    await change(`DELETE FROM audit_event ${where(1, 4)}`);
    await change(
      `UPDATE audit_head h SET sequence = 3, hash = e.hash FROM audit_event e
        WHERE h.subject_id = $1::uuid AND e.subject_id = h.subject_id AND e.sequence = 3`,
      subjects[1],
    );
    expect(await faults()).toEqual(["b4 not-as-anchored"]);
  });

  it("shows two events that changed places", async () => {
    await change(`UPDATE audit_event SET sequence = -1 ${where(1, 2)}`);
    await change(`UPDATE audit_event SET sequence = 2 ${where(1, 3)}`);
    await change(`UPDATE audit_event SET sequence = 3 ${where(1, -1)}`);
    expect(await faults()).toContain("b2 edited");
  });

  it("shows an event that was slipped in", async () => {
    await change(
      `INSERT INTO audit_event (subject_id, id, programme_id, action, sequence, hash)
       VALUES ($1::uuid, gen_random_uuid(), $2::uuid, 'person.add', 5, sha256('x'))`,
      ...[subjects[1], programmeId],
    );
    expect(await faults()).toEqual(["b5 edited", "b5 end-changed"]);
  });

  it("shows a whole chain written anew with right hashes, by the anchor", async () => {
    await change("DELETE FROM audit_event WHERE subject_id = $1::uuid", subjects[1]);
    await change("DELETE FROM audit_head WHERE subject_id = $1::uuid", subjects[1]);
    for (let n = 0; n < 4; n += 1) await append([event(subjects[1], n, { action: "person.forged" })]);
    expect(await faults()).toEqual(["b4 not-as-anchored", "b0 not-as-anchored"]);
  });

  it("shows anchors that were written to fit, because only the key can sign", async () => {
    await change("DELETE FROM audit_event WHERE subject_id = $1::uuid", subjects[1]);
    await change("DELETE FROM audit_head WHERE subject_id = $1::uuid", subjects[1]);
    await change("DELETE FROM audit_anchor_leaf WHERE programme_id = $1::uuid", programmeId);
    await change("DELETE FROM audit_anchor WHERE programme_id = $1::uuid", programmeId);
    await change("UPDATE audit_head SET anchored = 0 WHERE programme_id = $1::uuid", programmeId);
    for (let n = 0; n < 4; n += 1) await append([event(subjects[1], n, { action: "person.forged" })]);
    const forger = readAnchorKey(newAnchorKey());
    await db.$transaction((tx) => makeAnchor(tx, programmeId, forger, new Date(START)));
    expect(await faults()).toEqual(["anchor 1 anchor-forged"]);
  });

  it("shows anchors that are gone or were changed", async () => {
    await change("UPDATE audit_anchor SET day = day - 1 WHERE programme_id = $1::uuid AND number = 1", programmeId);
    expect(await faults()).toEqual(["anchor 1 anchor-forged"]);
    await change("DELETE FROM audit_anchor WHERE programme_id = $1::uuid AND number = 1", programmeId);
    expect(await faults()).toEqual(["anchor 1 anchor-missing", "anchor 2 anchor-forged"]);
  });
});
