import { expect, it } from "vitest";
import { readWordingPack } from "./read-wording-pack";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TABLE = [
  "kind,id,code,text",
  "instrument,,,demo",
  "edition,,,1",
  "language,,,fr",
  "title,,,Questionnaire",
  "instructions,,,Répondez.",
  'item,i1,,"Vous, êtes-vous reposé ?"',
  "option,freq,0,Jamais",
  "option,freq,1,Souvent",
];
const PACK = {
  instrument: "demo",
  edition: "1",
  language: "fr",
  title: "Questionnaire",
  instructions: "Répondez.",
  items: { i1: "Vous, êtes-vous reposé ?" },
  options: { freq: { "0": "Jamais", "1": "Souvent" } },
};

it("reads a table and JSON to the same pack", async () => {
  expect(await readWordingPack(utf8(TABLE.join("\n")))).toEqual({ ok: true, value: PACK });
  expect(await readWordingPack(utf8(` ${JSON.stringify(PACK)}`))).toEqual({ ok: true, value: PACK });
});

it("reads a table that a spreadsheet program saved as UTF-16", async () => {
  const bytes = Uint8Array.from(Buffer.from(`\uFEFF${TABLE.join("\r\n")}`, "utf16le"));
  expect(await readWordingPack(bytes)).toEqual({ ok: true, value: PACK });
});

it("passes over lines of the template that nobody has filled in, but not over a missing title", async () => {
  const unfinished = [...TABLE.slice(0, 7), "item,i2,,", "option,freq,0, "].join("\n");
  expect(await readWordingPack(utf8(unfinished))).toMatchObject({
    ok: true,
    value: { items: PACK.items, options: {} },
  });
  const untitled = TABLE.map((line) => (line.startsWith("title") ? "title,,," : line)).join("\n");
  expect(await readWordingPack(utf8(untitled))).toMatchObject({ ok: false, failure: { issues: [{ path: "title" }] } });
});

it.each([
  ["{", "unreadable-file", "wording.json", undefined],
  ["", "unreadable-file", "wording.table", "empty-file"],
  ["kind;id;text\nitem;i1;x\n", "unreadable-file", "wording.table", "column-not-found"],
  ["kind,id,code,text\nitem,i1,,=cmd()\n", "unreadable-file", "wording.table", "formula"],
  ["kind,id,code,text\nitems,i1,,x\n", "invalid", "wording.unreadable", "wording.unknown-kind"],
  ["[]", "invalid", "wording.unreadable", "wording.invalid_type"],
])("%j fails as %s, %s", async (text, code, reason, rule) => {
  const result = await readWordingPack(utf8(text));
  expect(result).toMatchObject({ ok: false, failure: { code, reason } });
  if (rule !== undefined) expect(result).toMatchObject({ failure: { issues: [{ rule }] } });
});
