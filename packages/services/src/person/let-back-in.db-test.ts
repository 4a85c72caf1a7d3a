import { randomUUID } from "node:crypto";
import { accounts } from "@alongside/auth/accounts";
import { NO_PROOF, verifyTrail } from "@alongside/db/audit/verify-trail";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Role } from "@alongside/domain/access/role";
import { expect, it } from "vitest";
import { reasonOf } from "../testing/reason-of";
import { contextFor } from "../testing/test-context";
import { letBackIn } from "./let-back-in";

const database = useTestDatabase();

/** Somebody with a second step of all kinds, and a session. */
async function somebody(role: Role) {
  const { db } = database;
  const programmeId = (await makeProgramme(db)).programme.id;
  const userId = randomUUID();
  const email = `${userId}@example.org`;
  const rest = { accountId: randomUUID(), name: "Robin", password: "three blue herons", mustChangePassword: false };
  await db.$transaction((tx) => accounts.create(tx, { userId, email, ...rest }));
  await db.membership.create({ data: { id: randomUUID(), userId, programmeId, role } });
  await db.recoveryCode.create({ data: { userId, hash: "x" } });
  await db.session.create({ data: { userId, token: userId, expiresAt: new Date("2100-01-01") } });
  return { programmeId, userId, email };
}
const left = async (userId: string) => [
  await database.db.recoveryCode.count({ where: { userId } }),
  await database.db.session.count({ where: { userId } }),
];
const run = (email: string, password = false) =>
  letBackIn(database.db, contextFor(database.db, null), { email, password });

it("takes an administrator's second step away, in sight of the trail, and leaves the password", async () => {
  const { programmeId, userId, email } = await somebody("administrator");
  expect(await run(email.toUpperCase())).toMatchObject({ value: { email, password: null } });
  expect(await left(userId)).toEqual([0, 0]);
  expect(await accounts.isPassword(database.db, userId, "three blue herons")).toBe(true);
  const events = await database.db.auditEvent.findMany({ where: { programmeId, subjectId: userId } });
  expect(events).toMatchObject([
    { action: "person.reset-second-factor", actorId: null, detail: { onTheServer: true } },
  ]);
  expect((await verifyTrail(database.db, programmeId, NO_PROOF)).findings).toEqual([]);
});

it("gives a password for once when that is lost too", async () => {
  const { programmeId, userId, email } = await somebody("administrator");
  const answer = await run(email, true);
  if (!answer.ok || answer.value.password === null) throw new Error(reasonOf(answer));
  expect(await accounts.isPassword(database.db, userId, answer.value.password)).toBe(true);
  expect(await accounts.isPassword(database.db, userId, "three blue herons")).toBe(false);
  expect(await database.db.user.findUnique({ where: { id: userId } })).toMatchObject({ mustChangePassword: true });
  expect(await database.db.auditEvent.count({ where: { programmeId, action: "person.reset-password" } })).toBe(1);
});

it("gives a way in for a new device, and takes nothing", async () => {
  const { programmeId, userId, email } = await somebody("administrator");
  const answer = await letBackIn(database.db, contextFor(database.db, null), {
    email,
    password: false,
    newDevice: true,
  });
  expect(answer).toMatchObject({ value: { email, password: null, wayIn: expect.stringMatching(/^[\w-]{43}$/) } });
  expect(await left(userId)).toEqual([1, 1]);
  const events = await database.db.auditEvent.findMany({ where: { programmeId, subjectId: userId } });
  expect(events).toMatchObject([{ action: "person.give-way-in", actorId: null, detail: { onTheServer: true } }]);
});

it("is for administrators whose account is open, and changes nothing for others", async () => {
  const evaluator = await somebody("evaluator");
  const closed = await somebody("administrator");
  await database.db.user.update({ where: { id: closed.userId }, data: { disabledAt: new Date() } });
  for (const { email, userId } of [evaluator, closed]) {
    expect(reasonOf(await run(email, true))).toBe("not-found:person.none");
    expect(await left(userId)).toEqual([1, 1]);
  }
});
