import { accounts } from "@alongside/auth/accounts";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { reasonOf } from "../testing/reason-of";
import { actorOf, contextFor } from "../testing/test-context";
import { foundProgramme } from "./found";
import { readProgramme } from "./read";

const database = useTestDatabase();
const FIRST = { programme: "Walking together", name: "Amina", email: "Amina@Example.org" };

it("refuses what is no address, before anything is made", async () => {
  const result = await foundProgramme(database.db, contextFor(database.db, null), { ...FIRST, email: "amina" });
  expect(result).toMatchObject({ ok: false, failure: { code: "invalid", issues: [{ path: "email" }] } });
  expect(await database.db.user.findMany()).toEqual([]);
});

it("makes one programme and one administrator, once, however often it is asked at the same moment", async () => {
  const { db } = database;
  const context = contextFor(db, null);
  const results = await Promise.all([1, 2, 3].map(() => foundProgramme(db, context, FIRST)));
  expect(results.map(reasonOf).toSorted()).toEqual([
    "ok",
    "rule:programme.founded-already",
    "rule:programme.founded-already",
  ]);
  const made = results.find(({ ok }) => ok);
  if (!made?.ok) throw new Error("nothing was made");
  const [user] = await db.user.findMany();
  const userId = user?.id ?? "";
  expect(user).toMatchObject({ email: "amina@example.org", mustChangePassword: true });
  expect(await accounts.isPassword(db, userId, made.value.password)).toBe(true);
  const actor = { ...(await actorOf(db, userId)), mustChangePassword: false };
  const programmeId = actor.memberships[0]?.programmeId ?? "";
  const view = await readProgramme(contextFor(db, actor), { programmeId });
  expect(view).toMatchObject({ ok: true, value: { name: "Walking together", slug: made.value.slug } });
  expect(await db.auditEvent.findMany()).toMatchObject([{ action: "programme.create", actorId: null }]);
});
