import { makePerson, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { givePersonWayIn } from "./give-way-in";

const database = useTestDatabase();

it("gives what is shown once, and the trail says for whom and not what", async () => {
  const programmeId = (await makeProgramme(database.db)).programme.id;
  const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  const { user } = await makePerson(database.db, { programmeId, role: "evaluator" });
  const given = await givePersonWayIn(administrator, { programmeId, userId: user.id });
  if (!given.ok) throw new Error(reasonOf(given));
  expect(given.value.token).toMatch(/^[\w-]{43}$/);
  const events = await database.db.auditEvent.findMany({ where: { programmeId, subjectId: user.id } });
  expect(events).toMatchObject([{ action: "person.give-way-in", actorId: administrator.actor?.userId }]);
  expect(JSON.stringify(events)).not.toContain(given.value.token);
});

it("is nothing for people of other programmes", async () => {
  const programmeId = (await makeProgramme(database.db)).programme.id;
  const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  const elsewhere = (await makeProgramme(database.db)).programme.id;
  const { user } = await makePerson(database.db, { programmeId: elsewhere, role: "evaluator" });
  expect(reasonOf(await givePersonWayIn(administrator, { programmeId, userId: user.id }))).toBe(
    "not-found:person.none",
  );
});
