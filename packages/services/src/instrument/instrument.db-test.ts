import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { beforeAll, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { disableInstrument } from "./disable";
import { enableInstrument } from "./enable";

const database = useTestDatabase();
let programmeId: string;
let administrator: Context;

beforeAll(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
});

const editionOf = (code: string) => findInstrument(code)?.edition ?? "";
const enable = (instrument: string, given: object = {}) =>
  enableInstrument(administrator, { programmeId, instrument, edition: editionOf(instrument), ...given });
const use = (instrument: string) => database.db.instrumentUse.findFirst({ where: { programmeId, instrument } });
const PATH = { contact: "Nurse on duty, room 4", withinHours: 1, firstWords: "Thank you for telling me." };

it("switches an instrument on at chosen times, changes them, and off again", async () => {
  expect(reasonOf(await enable("gad7", { timepointCodes: ["baseline", "end"] }))).toBe("ok");
  expect(await use("gad7")).toMatchObject({ active: true, timepointCodes: ["baseline", "end"] });
  expect(reasonOf(await enable("gad7"))).toBe("ok");
  expect(await use("gad7")).toMatchObject({ active: true, timepointCodes: [] });
  const which = { programmeId, instrument: "gad7", edition: editionOf("gad7") };
  expect(reasonOf(await disableInstrument(administrator, which))).toBe("ok");
  expect(reasonOf(await disableInstrument(administrator, which))).toBe("not-found:instrument.not-in-use");
  const events = await database.db.auditEvent.findMany({ where: { programmeId }, orderBy: { id: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["instrument.enable", "instrument.enable", "instrument.disable"]);
});

it("is asked of everyone or of one kind of cohort, as the instrument suggests at first, and the trail says so", async () => {
  expect(reasonOf(await enable("alongside-mechanisms"))).toBe("ok");
  expect(await use("alongside-mechanisms")).toMatchObject({ askedOf: "peer-support" });
  expect(reasonOf(await enable("alongside-mechanisms", { askedOf: "everyone" }))).toBe("ok");
  expect(await use("alongside-mechanisms")).toMatchObject({ askedOf: "everyone" });
  // Not said again: as it is set.
  expect(reasonOf(await enable("alongside-mechanisms", { position: 4 }))).toBe("ok");
  expect(await use("alongside-mechanisms")).toMatchObject({ askedOf: "everyone", position: 4 });
  expect(await use("gad7")).toMatchObject({ askedOf: "everyone" });
  expect(reasonOf(await enable("alongside-mechanisms", { askedOf: "nobody" }))).toMatch(/^invalid:/);
  const events = await database.db.auditEvent.findMany({
    where: { programmeId, action: "instrument.enable" },
    orderBy: { id: "asc" },
  });
  const said = events.map(({ detail }) => detail).filter((one) => JSON.stringify(one).includes("mechanisms"));
  expect(said).toMatchObject([{ askedOf: "peer-support" }, { askedOf: "everyone" }, { askedOf: "everyone" }]);
});

it("needs a response path where an answer can reveal risk, and keeps it", async () => {
  expect(reasonOf(await enable("phq9"))).toBe("rule:instrument.response-path-needed");
  expect(await use("phq9")).toBeNull();
  const half = await enable("phq9", { responsePath: { ...PATH, contact: " " } });
  expect(half).toMatchObject({ ok: false, failure: { issues: [{ path: "responsePath.contact" }] } });
  expect(reasonOf(await enable("phq9", { responsePath: PATH }))).toBe("ok");
  expect(await use("phq9")).toMatchObject({ active: true, responsePath: PATH });
});

it.each([
  ["an instrument nobody knows", { instrument: "phq10" }, "not-found:instrument.none"],
  ["an edition we do not hold", { edition: "0" }, "not-found:instrument.none"],
  ["a time that is not in the plan", { timepointCodes: ["baseline", "someday"] }, "not-found:timepoint.none"],
])("refuses %s, and stores nothing", async (_name, given, expected) => {
  expect(reasonOf(await enable("who5", given))).toBe(expected);
  expect(await use("who5")).toBeNull();
});
