import { accounts } from "@alongside/auth/accounts";
import { verifyCells } from "@alongside/db/change-statistic/verify";
import { verifyStandings } from "@alongside/db/lab-standing/rebuild";
import { createTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { canonicalHash } from "../canonical-hash";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import { dueOn } from "../worklist/standing-sql";
import { generateDemo } from "./generate-demo";
import { loadDemoIfEmpty } from "./load-demo-if-empty";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "./sign-ins";
import { writeDemo } from "./write-demo";

const NOW = new Date("2026-06-15T10:00:00Z");

it("fills an empty database once, with sums that are those of its scores", async () => {
  const { db, ownerUrl, drop } = await createTestDatabase();
  const [first, second] = await Promise.all([
    loadDemoIfEmpty(ownerUrl, accounts, NOW),
    loadDemoIfEmpty(ownerUrl, accounts, NOW),
  ]);
  expect([first.loaded, second.loaded].toSorted()).toEqual([false, true]);
  expect([first.signIns, second.signIns]).toEqual([DEMO_SIGN_INS, DEMO_SIGN_INS]);
  const [programme] = await db.programme.findMany();
  expect(programme).toMatchObject({ slug: "demo", dataLabel: "simulated" });
  expect(await verifyCells(db)).toEqual([]);
  const [planned] = await db.analysisPlan.findMany();
  expect(planned).toMatchObject({
    programmeId: programme?.id,
    version: 1,
    contentHash: canonicalHash(planned?.content),
  });
  expect(await db.outcomeOpening.count()).toBe(0);
  expect(await verifyStandings(db, programme?.id ?? "", dueOn(DEFAULT_SETTINGS))).toEqual([]);
  const evaluator = await db.user.findUniqueOrThrow({ where: { email: "evaluator@example.org" } });
  expect(await accounts.isPassword(db, evaluator.id, DEMO_PASSWORD)).toBe(true);
  await drop();
});

it("offers no account that is switched off or opens anything but invented and published data", async () => {
  const { db, ownerUrl, drop } = await createTestDatabase();
  await loadDemoIfEmpty(ownerUrl, accounts, NOW);
  await db.user.update({ where: { email: "researcher@example.org" }, data: { disabledAt: NOW } });
  const real = await db.programme.create({ data: { slug: "real", name: "Real" } });
  const administrator = await db.user.findUniqueOrThrow({ where: { email: "administrator@example.org" } });
  await db.membership.create({ data: { userId: administrator.id, programmeId: real.id, role: "administrator" } });
  const { loaded, signIns } = await loadDemoIfEmpty(ownerUrl, accounts, NOW);
  expect(loaded).toBe(false);
  expect(signIns.map(({ role }) => role)).toEqual(["evaluator", "clinic-staff", "peer-coordinator"]);
  await drop();
});

it("stays away from a database with somebody in it", async () => {
  const { db, ownerUrl, drop } = await createTestDatabase();
  await db.user.create({ data: { name: "First", email: "first@example.org" } });
  expect(await loadDemoIfEmpty(ownerUrl, accounts, NOW)).toEqual({ loaded: false, signIns: [] });
  expect(await db.programme.findFirst()).toBeNull();
  await drop();
});

it("leaves nothing behind when it fails half-way", async () => {
  const { db, drop } = await createTestDatabase();
  const demo = generateDemo(1, NOW);
  const broken = { ...demo, cells: [...demo.cells, ...demo.cells.slice(0, 1)] };
  await expect(db.$transaction((tx) => writeDemo(tx, accounts, broken), { timeout: 60_000 })).rejects.toThrow();
  expect(await db.programme.findFirst()).toBeNull();
  expect(await db.user.findFirst()).toBeNull();
  expect(await db.participant.findFirst()).toBeNull();
  await drop();
});
