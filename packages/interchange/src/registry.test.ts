import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FileFormat } from "./format";
import { FILE_FORMATS } from "./registry";

const FOLDER = new URL("./formats/", import.meta.url);
const filesOf = (slug: string): string[] => readdirSync(new URL(`${slug}/`, FOLDER));

it("every folder is registered and every registered format has a folder", () => {
  expect(FILE_FORMATS.map((format) => format.slug).sort()).toEqual(readdirSync(FOLDER).sort());
});

describe.each(FILE_FORMATS.map((format): [string, FileFormat] => [format.slug, format]))("%s", (slug, format) => {
  it("reads or writes, by functions that exist", async () => {
    const directions = [format.reader, format.writer].filter((direction) => direction !== null);
    expect(directions.length).toBeGreaterThan(0);
    for (const { file, name } of directions) {
      const module: Record<string, unknown> = await import(`./formats/${slug}/${file}.ts`);
      expect(module[name]).toBeTypeOf("function");
    }
  });

  it("says in both languages what a file of it loses", () => {
    for (const text of [format.title.en, format.title.zh, format.loss.en, format.loss.zh]) {
      expect(text.trim()).not.toBe("");
    }
    expect(format.loss.zh).toMatch(/\p{Script=Han}/u);
  });

  it("has examples, and laws where it reads", () => {
    const files = filesOf(slug);
    expect(files.some((file) => file.endsWith(".test.ts") && !file.endsWith(".property.test.ts"))).toBe(true);
    if (format.reader !== null) expect(files.some((file) => file.endsWith(".property.test.ts"))).toBe(true);
  });
});
