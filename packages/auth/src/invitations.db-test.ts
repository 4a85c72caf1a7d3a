import { randomBytes, randomUUID } from "node:crypto";
import { makePerson, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeEach, describe, expect, it } from "vitest";
import { isPassword } from "./change-password";
import { drawInvitation, programmeOfToken } from "./invitation-token";
import { acceptInvitation, readInvitation } from "./invitations";

const database = useTestDatabase();
const NOW = new Date("2026-06-15T10:00:00Z");
const LATER = new Date("2026-06-18T10:00:00Z");
const CHOSEN = { name: "Amina", password: "three blue herons" };

let programmeId: string;
let email: string;
let token: string;
let id: string;

beforeEach(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  email = `${randomUUID()}@example.org`;
  const drawn = drawInvitation(programmeId, randomBytes);
  token = drawn.token;
  const data = { programmeId, email, name: "Amina N.", role: "evaluator", invitedById: randomUUID(), expiresAt: LATER };
  id = (await database.db.invitation.create({ data: { ...data, tokenHash: drawn.hash } })).id;
});

const read = (given = token, now = NOW) => readInvitation(database.application, given, now);
const accept = (given = token, now = NOW) => acceptInvitation(database.application, given, CHOSEN, now);

describe("an invitation", () => {
  it("makes the account its owner chose, with the role, and leaves a trace", async () => {
    expect(await read()).toEqual({ email, name: "Amina N." });
    const done = await accept();
    if ("problem" in done) throw new Error(done.problem);
    const user = await database.db.user.findUniqueOrThrow({
      where: { id: done.userId },
      include: { memberships: true },
    });
    expect(user).toMatchObject({ name: "Amina", email, mustChangePassword: false });
    expect(user.memberships).toMatchObject([{ programmeId, role: "evaluator", siteId: null }]);
    expect(await isPassword(database.db, done.userId, CHOSEN.password)).toBe(true);
    const events = await database.db.auditEvent.findMany({ where: { subjectId: done.userId } });
    expect(events).toMatchObject([{ action: "invitation.accept", actorId: done.userId, programmeId }]);
    expect(JSON.stringify(events)).not.toContain(token);
  });

  it("works once, also when it is used twice at the same moment", async () => {
    const both = await Promise.all([accept(), accept(), accept(), accept()]);
    expect(both.filter((one) => "userId" in one)).toHaveLength(1);
    expect(await database.db.user.count({ where: { email } })).toBe(1);
    expect([await read(), await accept()]).toEqual([null, { problem: "gone" }]);
  });

  it("says the same when it was used, has run out, was taken back, or never was one", async () => {
    const gone = async (given?: string, now?: Date) => [await read(given, now), await accept(given, now)];
    const nothing = [null, { problem: "gone" }];
    expect(await gone(token, LATER)).toEqual(nothing);
    expect(await gone(drawInvitation(programmeId, randomBytes).token)).toEqual(nothing);
    expect(await gone(drawInvitation(randomUUID(), randomBytes).token)).toEqual(nothing);
    for (const odd of ["", "x", token.slice(1), `${token}x`, "'; --", "../../etc"])
      expect(await gone(odd)).toEqual(nothing);
    await database.db.invitation.update({ where: { id }, data: { revokedAt: NOW } });
    expect(await gone()).toEqual(nothing);
    await database.db.invitation.update({ where: { id }, data: { revokedAt: null, usedAt: NOW } });
    expect(await gone()).toEqual(nothing);
    expect(await database.db.user.count({ where: { email } })).toBe(0);
  });

  it("takes no account away from somebody who has one by now", async () => {
    const { user } = await makePerson(database.db, { programmeId, role: "researcher" });
    await database.db.invitation.update({ where: { id }, data: { email: user.email } });
    expect([await read(), await accept()]).toEqual([null, { problem: "gone" }]);
  });

  it("is still open after a password that is refused", async () => {
    const common = { name: "Amina", password: "password123456" };
    expect(await acceptInvitation(database.application, token, common, NOW)).toEqual({ problem: "too-common" });
    expect(await acceptInvitation(database.application, token, { ...CHOSEN, name: " " }, NOW)).toEqual({
      problem: "name",
    });
    expect(await accept()).toHaveProperty("userId");
  });

  it("is kept as a hash", async () => {
    const stored = await database.db.invitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(programmeOfToken(token)).toBe(programmeId);
  });
});
