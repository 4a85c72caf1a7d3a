import { readdirSync } from "node:fs";
import { FAILURE_CODES } from "@alongside/domain/failure/failure";
import { createTranslator, IntlErrorCode } from "next-intl";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/i18n/languages";
import en from "./en.json";
import { flatten, placeholders } from "./message-shape";
import zh from "./zh.json";

const FILES: Readonly<Record<string, object>> = { en, zh };

describe("messages", () => {
  it("has one file per language and no other", () => {
    const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".json"));
    expect(files.map((name) => name.replace(/\.json$/, "")).toSorted()).toEqual(LANGUAGES.map((l) => l.tag).toSorted());
    expect(Object.keys(FILES).toSorted()).toEqual(LANGUAGES.map((l) => l.tag).toSorted());
  });

  describe.each(Object.keys(FILES).filter((tag) => tag !== "en"))("%s", (tag) => {
    const reference = flatten(en);
    const other = flatten(FILES[tag] ?? {});

    it("says everything English says, and nothing else", () => {
      expect([...other.keys()].toSorted()).toEqual([...reference.keys()].toSorted());
    });

    it("uses the same placeholders and tags", () => {
      const different = [...reference].filter(
        ([key, text]) => placeholders(text).join() !== placeholders(other.get(key) ?? "").join(),
      );
      expect(different.map(([key]) => key)).toEqual([]);
    });
  });

  it.each(Object.keys(FILES))("%s leaves nothing blank", (tag) => {
    const blank = [...flatten(FILES[tag] ?? {})].filter(([, text]) => text.trim() === "");
    expect(blank).toEqual([]);
  });

  it.each(Object.keys(FILES))("%s is well-formed throughout: one message that is not stops every page", (tag) => {
    const broken: string[] = [];
    const messages = FILES[tag] ?? {};
    for (const key of flatten(messages).keys()) {
      const onError = (error: { readonly code: string }) => {
        if (error.code === IntlErrorCode.INVALID_MESSAGE) broken.push(key);
      };
      createTranslator<Record<string, string>>({ locale: "en", messages: messages as never, onError })(key);
    }
    expect(broken).toEqual([]);
  });

  it("has words for every failure code", () => {
    expect(Object.keys(en.failure.code).toSorted()).toEqual(FAILURE_CODES.toSorted());
  });

  it("says nothing on the sign-in page about what the application is for", () => {
    const words = [...flatten(en.signIn).values(), ...flatten(zh.signIn).values()].join(" ");
    expect(words).not.toMatch(/\b(hiv|aids|art|viral|clinic|patient|peer)\b|艾滋|病毒|诊所|患者|同伴/i);
  });
});

describe("placeholders", () => {
  it("finds arguments inside plurals, and tags", () => {
    expect(placeholders("{n, plural, one {# of {all}} other {#}} <b>now</b> {name}")).toEqual([
      "<b>",
      "all",
      "n",
      "name",
    ]);
  });

  it("tells a translation that lost one", () => {
    expect(placeholders("{count} left")).not.toEqual(placeholders("left"));
  });
});
