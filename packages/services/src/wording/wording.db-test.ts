import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { listWording } from "./list";
import { loadWording } from "./load";
import { readWordingTemplate } from "./read-template";
import { removeWording } from "./remove";

const database = useTestDatabase();
const edition = findInstrument("gad7")?.edition ?? "";
const PERMISSION = { holder: "The owner", reference: "Letter 12/2026", grantedOn: "2026-01-31", note: "" };
let programmeId: string;
let administrator: Context;

beforeEach(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
});

/** A file for the GAD-7 with as many of its seven items worded as asked for; the words are made up. */
function file(given: { readonly items?: number; readonly language?: string; readonly instrument?: string } = {}) {
  const items = Object.fromEntries(
    Array.from({ length: given.items ?? 7 }, (_, i) => [`gad7.i${i + 1}`, `Sentence ${i + 1}`]),
  );
  const sets = Object.entries(findInstrument("gad7")?.responseSets ?? {});
  const options = Object.fromEntries(
    sets.map(([set, one]) => [set, Object.fromEntries(one.options.map(({ code }) => [code, `Answer ${code}`]))]),
  );
  const { language = "fr", instrument = "gad7" } = given;
  const pack = { instrument, edition, language, title: "Title", instructions: "", items, options };
  return Buffer.from(JSON.stringify(pack)).toString("base64");
}

const load = (fileBase64: string, given: object = {}) =>
  loadWording(administrator, {
    programmeId,
    instrument: "gad7",
    edition,
    fileBase64,
    permission: PERMISSION,
    ...given,
  });
const stored = () => database.db.wordingPack.findMany({ where: { programmeId } });

describe("loadWording", () => {
  it("keeps wording with its permission, and leaves a trace that holds neither", async () => {
    expect(await load(file())).toMatchObject({
      ok: true,
      value: { language: "fr", replaced: false, report: { complete: true, itemsGiven: 7 } },
    });
    expect(await stored()).toMatchObject([
      { language: "fr", permission: PERMISSION, loadedById: administrator.actor?.userId },
    ]);
    const events = await database.db.auditEvent.findMany({ where: { programmeId } });
    expect(events).toMatchObject([
      { action: "wording.load", detail: { language: "fr", complete: true, replaced: false } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Sentence|owner/);
  });

  it("replaces a pack of the same language, and says what is missing", async () => {
    await load(file());
    expect(await load(file({ items: 5 }))).toMatchObject({
      ok: true,
      value: { replaced: true, report: { complete: false, missingItems: ["gad7.i6", "gad7.i7"] } },
    });
    expect(await stored()).toHaveLength(1);
    const listed = await listWording(administrator, { programmeId });
    expect(listed).toMatchObject({ ok: true, value: [{ completeness: { complete: false, itemsGiven: 5 } }] });
    expect(JSON.stringify(listed)).not.toContain("Sentence");
  });

  it.each<readonly [string, () => ReturnType<typeof load>, string]>([
    ["another instrument's file", () => load(file({ instrument: "phq9" })), "invalid:wording.does-not-fit"],
    ["a file that is no pack", () => load(Buffer.from("{").toString("base64")), "unreadable-file:wording.json"],
    ["an instrument nobody knows", () => load(file(), { instrument: "gad8" }), "not-found:instrument.none"],
    ["no permission", () => load(file(), { permission: { ...PERMISSION, holder: " " } }), "invalid:input.invalid"],
    [
      "a day that does not exist",
      () => load(file(), { permission: { ...PERMISSION, grantedOn: "2026-02-30" } }),
      "invalid:input.invalid",
    ],
    ["text that is not a file", () => load("***"), "invalid:input.invalid"],
  ])("refuses %s, and stores nothing", async (_name, attempt, expected) => {
    expect(reasonOf(await attempt())).toBe(expected);
    expect(await stored()).toEqual([]);
    expect(await database.db.auditEvent.findMany({ where: { programmeId } })).toEqual([]);
  });

  it("is refused to whoever is not an administrator, before the file is read", async () => {
    const evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
    const input = { programmeId, instrument: "gad7", edition, fileBase64: "AAAA", permission: PERMISSION };
    expect(reasonOf(await loadWording(evaluator, input))).toBe("forbidden:access.denied");
  });
});

describe("removeWording", () => {
  it("deletes a pack, once, and only the programme's own", async () => {
    await load(file());
    const [pack] = await stored();
    const other = await makeProgramme(database.db);
    const elsewhere = await signedIn(database.db, { programmeId: other.programme.id, role: "administrator" });
    const packId = pack?.id ?? "";
    expect(reasonOf(await removeWording(elsewhere, { programmeId: other.programme.id, packId }))).toBe(
      "not-found:wording.none",
    );
    expect(reasonOf(await removeWording(administrator, { programmeId, packId }))).toBe("ok");
    expect(await stored()).toEqual([]);
    expect(reasonOf(await removeWording(administrator, { programmeId, packId }))).toBe("not-found:wording.none");
  });
});

describe("readWordingTemplate", () => {
  it("has a line for every text, and can be loaded as far as it is filled in", async () => {
    const template = await readWordingTemplate(administrator, {
      programmeId,
      instrument: "gad7",
      edition,
      language: "id",
    });
    if (!template.ok) throw new Error(reasonOf(template));
    expect(template.value.fileName).toBe("wording-id.csv");
    const filled = template.value.csv.replace("item,gad7.i1,,", "item,gad7.i1,,Kalimat satu");
    expect(filled).not.toBe(template.value.csv);
    expect(await load(Buffer.from(filled).toString("base64"))).toMatchObject({
      ok: true,
      value: { language: "id", report: { complete: false, itemsGiven: 1, itemsNeeded: 7 } },
    });
  });

  it("does not exist for an instrument whose wording is our own", async () => {
    const own = findInstrument("alongside-core");
    const input = { programmeId, instrument: "alongside-core", edition: own?.edition ?? "", language: "id" };
    expect(reasonOf(await readWordingTemplate(administrator, input))).toBe("rule:wording.own-only");
  });
});
