import { describe, expect, it } from "vitest";
import { normalisePrint } from "./normalise-print";
import { scanNumber } from "./printed-number";

describe("normalisePrint", () => {
  it.each([
    ["Not Detected", "not detected"],
    ["  two   spaces ", "two spaces"],
    ["", ""],
    ["\u3000", ""],
    ["a\tb\r\nc", "a b c"],
    ["20\t400", "20\n400"],
    ["1 \r\n 2\u20283", "1\n2\n3"],
    ["20\ncopies\n4", "20 copies 4"],
    ["1\u00a0234\u2009567\u202f890", "1 234 567 890"],
    ["２０ ＜ （Ａ）", "20 < (a)"],
    ["≤≦⩽≥≧⩾﹤﹥", "<=<=<=>=>=>=<>"],
    ["−–—‐", "----"],
    ["2×10⁴", "2x10^4"],
    ["10⁺⁴ ¹²³", "10^+4 ^123"],
    ["log₁₀ lg₁₀", "log10 lg10"],
    ["H₂O", "h₂o"],
    ["non détecté", "non detecte"],
    ["não ÉÖ", "nao eo"],
    ["&lt;20 &LT; &le; &ge; &gt; &nbsp;x", "<20 < <= >= > x"],
    ["&amp;amp;lt;20", "<20"],
    ["&#60;20 &#x3C; &#8804;", "<20 < <="],
    ["&unknown; &#0; &#x110000;", "&unknown; &#0; &#x110000;"],
    ["a\u200bb\ufeffc\u00ad", "abc"],
    ["“20”", '"20"'],
    ["、。【】", ",.()"],
    ["㎖", "ml"],
    // What changes the meaning when it is lost stays.
    ["≮20", "≮20"],
    ["①½", "①½"],
    ["<\u0338", "<\u0338"],
    ["未检出", "未检出"],
  ])("%j is %j", (text, expected) => {
    expect(normalisePrint(text)).toBe(expected);
  });

  it("changes nothing more the second time", () => {
    for (const text of ["２０ ＜", "2×10⁴", "&lt;20", "non détecté", "a\u00a0 b"]) {
      expect(normalisePrint(normalisePrint(text))).toBe(normalisePrint(text));
    }
  });
});

describe("scanNumber", () => {
  it.each([
    ["20 copies", 0, "20", 2],
    ["x20", 1, "20", 3],
    ["1 234 567 copies", 0, "1234567", 9],
    ["1 234 56", 0, "1234", 5],
    ["1234 567", 0, "1234", 4],
    ["20, 30", 0, "20", 2],
    ["20.", 0, "20", 2],
    ["2e4", 0, "2E4", 3],
    ["2.50e+05 x", 0, "2.50E5", 8],
    ["2 est", 0, "2", 1],
    ["2e4copies", 0, "2E4", 3],
    ["0.5", 0, "0.5", 3],
    ["123456789012345", 0, "123456789012345", 15],
    ["2 x 10 ^ 4,", 0, "2E4", 10],
    ["12,34,567", 0, "1234567", 9],
    ["3万", 0, "3E4", 2],
    ["10万", 0, "1E5", 3],
    ["3 万", 0, "3E4", 3],
  ])("%j from %i is %s, up to %i", (text, start, expected, end) => {
    expect(scanNumber(text, start)).toEqual({ number: { kind: "plain", text: expected }, end });
  });

  it.each([
    "007",
    "1234567890123456",
    "1,2,3",
    "1.23.456",
    "1234,567,890",
    "0,123,456",
    "123,45,678",
    "1,234.567,8",
    "1.234'567",
    "12,3456",
    "2e-4",
    "2e123",
    "2e4.5",
    "2x10^4.5",
    "3x4",
    "2^4",
    "10^4.5",
  ])("%s is no number", (text) => {
    expect(scanNumber(text, 0)).toBeNull();
  });

  it.each([
    ["1,234", ",", "1234", "1.234", false],
    ["999.999", ".", "999999", "999.999", false],
    ["100,000 copies", ",", "100000", "100.000", false],
    ["1000,000", ",", "1000000", "1000.000", true],
    ["1.000,000", ",", "1000000", "1000.000", true],
    ["1 000,000", ",", "1000000", "1000.000", true],
    ["2000.000", ".", "2000000", "2000.000", true],
  ])("%s is thousands or decimals", (text, sign, grouped, decimal, isIrregular) => {
    expect(scanNumber(text, 0)?.number).toEqual({ kind: "grouped-or-decimal", sign, grouped, decimal, isIrregular });
  });

  it.each([
    ["2 x 104", ["2E4"]],
    ["2x10e4", ["2E4", "2E5"]],
    ["10e4", ["1E4", "1E5"]],
    ["1,234e3", ["1.234E3", "1234E3"]],
    ["1,234 x 104", ["1.234E4"]],
  ])("%s leaves its power open: %j", (text, texts) => {
    expect(scanNumber(text, 0)?.number).toEqual({ kind: "power-unclear", texts });
  });
});
