import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeReportDocx } from "./docx";
import { HOSTILE, reportOf } from "./sample.fixture";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200"><rect width="600" height="200"/></svg>';

describe("writeReportDocx", () => {
  it("has real headings, heads that repeat, rows that stay whole, and words for the chart", async () => {
    const parts = await partsOf(
      reportOf([
        { kind: "heading", level: 2, text: "Results", section: "results" },
        { kind: "table", caption: "Table 1", head: ["Outcome", "n"], rows: [["Mood", "12"]], notes: ["Rounded."] },
        { kind: "figure", caption: "Figure 1", svg: SVG, alt: "Mood fell by 1." },
      ]),
    );
    const body = parts.get("word/document.xml") ?? "";
    expect(body).toContain('<w:pStyle w:val="Heading2"/>');
    expect(body).toContain('<w:pStyle w:val="Title"/>');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(2);
    expect(body).toContain('descr="Mood fell by 1."');
    expect(textsOf(body)).toEqual(
      expect.arrayContaining(["Report", "Peer support", "Results", "Table 1", "Outcome", "Mood", "12", "Rounded."]),
    );
    expect([...parts.keys()].some((name) => name.endsWith(".svg"))).toBe(true);
  });

  it("is in its language, with a font for Chinese", async () => {
    const english = (await partsOf(reportOf([]))).get("word/styles.xml") ?? "";
    const chinese = (await partsOf(reportOf([], { language: "zh" }))).get("word/styles.xml") ?? "";
    expect(english).toContain('<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>');
    expect(chinese).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>');
    expect(chinese).toContain('w:eastAsia="Microsoft YaHei"');
  });

  it("carries the mark of a draft and the stamp on every page", async () => {
    const parts = await partsOf(reportOf([], { mark: "Internal draft" }));
    const header = [...parts].find(([name]) => name.startsWith("word/header"))?.[1] ?? "";
    expect(textsOf(header).join("")).toBe("Report · Internal draft · 1a2b3c4d");
  });

  it.each(HOSTILE)("keeps %j text", async (hostile) => {
    const parts = await partsOf(
      reportOf([{ kind: "table", caption: hostile, head: ["a"], rows: [[hostile]], notes: [] }]),
    );
    const body = parts.get("word/document.xml") ?? "";
    const expected = hostile.replaceAll(/[\p{Cc}\p{Cs}]+/gu, " ").trim();
    expect(textsOf(body).filter((text) => text === expected)).toHaveLength(2);
    expect(body).not.toMatch(/<w:(instrText|fldSimple|hyperlink)/);
  });

  it("is well formed whatever stands in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const body = (await partsOf(reportOf([{ kind: "paragraph", text, tone: "plain" }]))).get("word/document.xml");
        expect(isBalanced(body ?? "")).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

/** The texts of the parts of a document, by name, from the directory at the end of the archive. */
async function partsOf(report: Parameters<typeof writeReportDocx>[0]): Promise<ReadonlyMap<string, string>> {
  const bytes = Buffer.from(await writeReportDocx(report));
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + size);
    parts.set(
      bytes.toString("utf8", at + 46, at + 46 + (name ?? 0)),
      (method === 0 ? content : inflateRawSync(content)).toString("utf8"),
    );
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function textsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) =>
    text.replaceAll(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? ""),
  );
}

/** Whether every element that opens closes, and nothing stands in it that XML forbids. */
function isBalanced(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, alone] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === "/") {
      if (open.pop() !== name) return false;
    } else if (alone !== "/") open.push(name ?? "");
  }
  const letters = xml.replaceAll(/<[^<>]*>|&(amp|lt|gt|quot|apos|#\d+);/g, "");
  return open.length === 0 && !/[<&\uFFFE\uFFFF]|[^\P{Cc}\t\n\r]/u.test(letters);
}
