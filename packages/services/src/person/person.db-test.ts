import { accounts } from "@alongside/auth/accounts";
import { makePerson, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { actorOf, contextFor, signedIn, TEST_NOW } from "../testing/test-context";
import { addPerson } from "./add";
import { changePersonRole } from "./change-role";
import { disablePerson } from "./disable";
import { listPeople } from "./list";
import { resetPersonPassword } from "./reset-password";

const database = useTestDatabase();
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let administrator: Context;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
});

let emails = 0;
const add = (given: Partial<Parameters<typeof addPerson>[1]> = {}) =>
  addPerson(administrator, {
    programmeId,
    name: "Amina",
    email: `amina-${++emails}@example.org`,
    role: "evaluator",
    siteId: null,
    ...given,
  });
const rolesOf = async (userId: string) =>
  (await database.db.membership.findMany({ where: { userId, programmeId } })).map(({ role }) => role).toSorted();
/** The administrator as they are after a change of their own roles. */
const again = async () => contextFor(database.db, await actorOf(database.db, administrator.actor?.userId ?? ""));

describe("addPerson", () => {
  it("makes an account with a one-time password that is shown once and must be changed", async () => {
    const added = await add({ email: "New.Person@Example.org" });
    if (!added.ok || added.value.password === null) throw new Error(reasonOf(added));
    const { userId, password } = added.value;
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(await accounts.isPassword(database.db, userId, password)).toBe(true);
    const user = await database.db.user.findUnique({ where: { id: userId } });
    expect(user).toMatchObject({ email: "new.person@example.org", mustChangePassword: true });
    const events = await database.db.auditEvent.findMany({ where: { subjectId: userId } });
    expect(events).toMatchObject([{ action: "person.add", detail: { role: "evaluator", siteId: null } }]);
    expect(JSON.stringify(events)).not.toContain(password);
    // Until then, nothing works.
    const newcomer = contextFor(database.db, await actorOf(database.db, userId));
    expect(reasonOf(await listPeople(newcomer, { programmeId }))).toBe("forbidden:session.password-change-needed");
  });

  it("gives a role to somebody who has an account, and touches nothing of it", async () => {
    const elsewhere = await makeProgramme(database.db);
    const { user } = await makePerson(database.db, { programmeId: elsewhere.programme.id, role: "researcher" });
    const added = await add({ email: user.email, name: "Another name" });
    expect(added).toEqual({ ok: true, value: { userId: user.id, password: null } });
    expect(await database.db.user.findUnique({ where: { id: user.id } })).toMatchObject({ name: user.name });
    expect(reasonOf(await add({ email: user.email }))).toBe("duplicate:person.add.taken");
  });

  it("refuses another programme's site, and makes no account", async () => {
    const { sites } = await makeProgramme(database.db);
    expect(reasonOf(await add({ email: "ghost@example.org", siteId: sites[0].id }))).toBe("not-found:site.none");
    expect(await database.db.user.findUnique({ where: { email: "ghost@example.org" } })).toBeNull();
  });
});

describe("listPeople", () => {
  it("names everybody of the programme with their roles here, and nobody else", async () => {
    const elsewhere = await makeProgramme(database.db);
    await makePerson(database.db, { programmeId: elsewhere.programme.id, role: "researcher" });
    const { user } = await makePerson(database.db, { programmeId, role: "clinic-staff", siteId: plan.sites[0].id });
    await makePerson(database.db, { programmeId, role: "researcher" });
    await database.db.membership.create({
      data: { userId: user.id, programmeId: elsewhere.programme.id, role: "administrator" },
    });
    const listed = await listPeople(administrator, { programmeId });
    if (!listed.ok) throw new Error(reasonOf(listed));
    expect(listed.value).toHaveLength(3);
    const found = listed.value.find(({ id }) => id === user.id);
    expect(found?.memberships).toMatchObject([{ role: "clinic-staff", siteId: plan.sites[0].id }]);
  });
});

describe("changePersonRole", () => {
  it("replaces all roles, each once", async () => {
    const { user } = await makePerson(database.db, { programmeId, role: "evaluator" });
    const site = { role: "clinic-staff", siteId: plan.sites[0].id } as const;
    const roles = [site, site, { role: "researcher", siteId: null } as const];
    expect(reasonOf(await changePersonRole(administrator, { programmeId, userId: user.id, roles }))).toBe("ok");
    expect(await rolesOf(user.id)).toEqual(["clinic-staff", "researcher"]);
  });

  it("keeps an administrator: the last one cannot leave, nor become one of a site", async () => {
    const userId = administrator.actor?.userId ?? "";
    const change = (roles: Parameters<typeof changePersonRole>[1]["roles"]) =>
      changePersonRole(administrator, { programmeId, userId, roles });
    expect(reasonOf(await change([]))).toBe("rule:person.last-administrator");
    const local = { role: "administrator", siteId: plan.sites[0].id } as const;
    expect(reasonOf(await change([local]))).toBe("rule:person.last-administrator");
    expect(await rolesOf(userId)).toEqual(["administrator"]);
    await makePerson(database.db, { programmeId, role: "administrator" });
    expect(reasonOf(await change([]))).toBe("ok");
    expect(reasonOf(await listPeople(await again(), { programmeId }))).toBe("forbidden:access.denied");
  });

  it("does not reach people of other programmes", async () => {
    const elsewhere = await makeProgramme(database.db);
    const { user } = await makePerson(database.db, { programmeId: elsewhere.programme.id, role: "researcher" });
    const roles = [{ role: "evaluator", siteId: null } as const];
    const result = await changePersonRole(administrator, { programmeId, userId: user.id, roles });
    expect(reasonOf(result)).toBe("not-found:person.none");
  });
});

describe("disablePerson", () => {
  it("closes an account and ends its sessions at once, and opens it again", async () => {
    const { user } = await makePerson(database.db, { programmeId, role: "evaluator" });
    await database.db.session.create({
      data: { userId: user.id, token: `t-${user.id}`, expiresAt: new Date("2030-01-01") },
    });
    const change = (disabled: boolean) => disablePerson(administrator, { programmeId, userId: user.id, disabled });
    expect(reasonOf(await change(true))).toBe("ok");
    expect(await database.db.user.findUnique({ where: { id: user.id } })).toMatchObject({ disabledAt: TEST_NOW });
    expect(await database.db.session.findMany({ where: { userId: user.id } })).toEqual([]);
    expect(reasonOf(await change(false))).toBe("ok");
    expect(await database.db.user.findUnique({ where: { id: user.id } })).toMatchObject({ disabledAt: null });
    const events = await database.db.auditEvent.findMany({ where: { subjectId: user.id }, orderBy: { id: "asc" } });
    expect(events.map(({ detail }) => detail)).toEqual([{ disabled: true }, { disabled: false }]);
  });

  it("does not close an account that also serves a programme one does not administer", async () => {
    const elsewhere = await makeProgramme(database.db);
    const { user } = await makePerson(database.db, { programmeId, role: "evaluator" });
    await database.db.membership.create({
      data: { userId: user.id, programmeId: elsewhere.programme.id, role: "researcher" },
    });
    const result = await disablePerson(administrator, { programmeId, userId: user.id, disabled: true });
    expect(reasonOf(result)).toBe("forbidden:person.serves-elsewhere");
  });

  it("never closes the last administrator's account, and undoes what it began", async () => {
    const userId = administrator.actor?.userId ?? "";
    await database.db.session.create({ data: { userId, token: `t-${userId}`, expiresAt: new Date("2030-01-01") } });
    const result = await disablePerson(administrator, { programmeId, userId, disabled: true });
    expect(reasonOf(result)).toBe("rule:person.last-administrator");
    expect(await database.db.session.findMany({ where: { userId } })).toHaveLength(1);
    expect(await database.db.user.findUnique({ where: { id: userId } })).toMatchObject({ disabledAt: null });
  });
});

describe("resetPersonPassword", () => {
  let userId: string;
  let first: string;
  beforeEach(async () => {
    const added = await add();
    if (!added.ok || added.value.password === null) throw new Error(reasonOf(added));
    ({ userId, password: first } = { userId: added.value.userId, password: added.value.password });
  });

  it("replaces a lost password with a one-time one and ends the sessions", async () => {
    await database.db.session.create({ data: { userId, token: `t-${userId}`, expiresAt: new Date("2030-01-01") } });
    await database.db.user.update({ where: { id: userId }, data: { mustChangePassword: false } });
    const reset = await resetPersonPassword(administrator, { programmeId, userId });
    if (!reset.ok) throw new Error(reasonOf(reset));
    expect(await accounts.isPassword(database.db, userId, first)).toBe(false);
    expect(await accounts.isPassword(database.db, userId, reset.value.password)).toBe(true);
    expect(await database.db.user.findUnique({ where: { id: userId } })).toMatchObject({ mustChangePassword: true });
    expect(await database.db.session.findMany({ where: { userId } })).toEqual([]);
  });

  it("is refused where it would open a door into another programme", async () => {
    const elsewhere = await makeProgramme(database.db);
    await database.db.membership.create({ data: { userId, programmeId: elsewhere.programme.id, role: "researcher" } });
    const reset = await resetPersonPassword(administrator, { programmeId, userId });
    expect(reasonOf(reset)).toBe("forbidden:person.serves-elsewhere");
    expect(await accounts.isPassword(database.db, userId, first)).toBe(true);
  });
});
