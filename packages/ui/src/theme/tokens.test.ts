import { describe, expect, it } from "vitest";
import { CHART_PALETTE, seriesStyle } from "./chart-palette.model";
import css from "./tokens.css?raw";

/** The hex tokens declared in the block that starts with a selector. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** Relative luminance of an sRGB colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const SCHEMES = [
  { name: "light", tokens: tokensOf(":root") },
  { name: "dark", tokens: tokensOf(':root[data-mantine-color-scheme="dark"]') },
] as const;

const TEXT_ON = [
  ...["ink", "ink-soft", "ink-faint", "accent", "accent-hover", "better", "worse", "danger", "caution"].flatMap(
    (text) => ["paper", "surface", "sunken"].map((ground) => [text, ground] as const),
  ),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["accent-ink", "accent-soft"],
  ["better", "better-soft"],
  ["worse", "worse-soft"],
  ["unclear", "unclear-soft"],
  ["caution", "caution-soft"],
  ["danger", "danger-soft"],
] as const;

describe.each(SCHEMES)("$name tokens", ({ name, tokens }) => {
  it.each(TEXT_ON)("%s is readable on %s", (text, ground) => {
    const one = tokens.get(text) ?? "";
    const other = tokens.get(ground) ?? "";
    expect([one, other].every((colour) => /^#[0-9a-f]{6}$/.test(colour))).toBe(true);
    expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["focus", "line-strong"])("%s can be seen beside every ground", (edge) => {
    for (const ground of ["paper", "surface"])
      expect(contrast(tokens.get(edge) ?? "#000000", tokens.get(ground) ?? "#000000")).toBeGreaterThanOrEqual(3);
  });

  it("draws series that stand out from the paper", () => {
    for (const entry of CHART_PALETTE)
      expect(contrast(name === "dark" ? entry.dark : entry.light, tokens.get("surface") ?? "#000000")).toBeGreaterThan(
        4,
      );
  });
});

describe("seriesStyle", () => {
  it("never repeats a dash or a marker inside the palette", () => {
    expect(new Set(CHART_PALETTE.map((entry) => entry.dash)).size).toBe(CHART_PALETTE.length);
    expect(new Set(CHART_PALETTE.map((entry) => entry.marker)).size).toBe(CHART_PALETTE.length);
  });

  it("answers for any position", () => {
    expect(seriesStyle(CHART_PALETTE.length)).toEqual(seriesStyle(0));
    expect(seriesStyle(-1)).toEqual(CHART_PALETTE.at(-1));
  });
});
