import { readdirSync } from "node:fs";
import { FAILURE_CODES } from "@alongside/domain/failure/failure";
import { createTranslator, IntlErrorCode } from "next-intl";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/i18n/languages";
import en from "./en.json";
import zh from "./zh.json";

const FILES: Readonly<Record<string, object>> = { en, zh };

/** Every text inside, without its key. That languages have the same keys and arguments is one of the project's checks. */
function texts(messages: object): readonly string[] {
  const found: string[] = [];
  JSON.stringify(messages, (_key, value: unknown) => {
    if (typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

function isWellFormed(text: string): boolean {
  let broken = false;
  const onError = (error: { readonly code: string }) => {
    if (error.code === IntlErrorCode.INVALID_MESSAGE) broken = true;
  };
  createTranslator<Record<string, string>>({ locale: "en", messages: { text } as never, onError })("text");
  return !broken;
}

describe("messages", () => {
  it("has one file per language and no other", () => {
    const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".json"));
    expect(files.map((name) => name.replace(/\.json$/, "")).toSorted()).toEqual(LANGUAGES.map((l) => l.tag).toSorted());
    expect(Object.keys(FILES).toSorted()).toEqual(LANGUAGES.map((l) => l.tag).toSorted());
  });

  it.each(Object.keys(FILES))("%s is well-formed throughout: one message that is not stops every page", (tag) => {
    const all = texts(FILES[tag] ?? {});
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter((text) => !isWellFormed(text))).toEqual([]);
    expect(isWellFormed("{n, plural, other {#}")).toBe(false);
  });

  it("has words for every failure code", () => {
    expect(Object.keys(en.failure.code).toSorted()).toEqual(FAILURE_CODES.toSorted());
  });

  it("says nothing on the sign-in page about what the application is for", () => {
    const words = [...texts(en.signIn), ...texts(zh.signIn)].join(" ");
    expect(words).not.toMatch(/\b(hiv|aids|art|viral|clinic|patient|peer)\b|艾滋|病毒|诊所|患者|同伴/i);
  });
});
