import type { ReportBlock, ReportDocument } from "@alongside/domain/report/report-document";

/** A report with these blocks. */
export function reportOf(blocks: readonly ReportBlock[], more: Partial<ReportDocument> = {}): ReportDocument {
  return {
    ...{ language: "en", title: "Report", about: ["Peer support"], mark: null, stamp: "1a2b3c4d" },
    ...{ moment: "2026-11-23T09:00:00.000Z", blocks: [...blocks], ...more },
  };
}

/** Text that programs have taken for more than text. */
export const HOSTILE = [
  "a | b \\| c",
  "first\nsecond\r\nthird",
  '<script>alert("x")</script> & <b>',
  "=1+1",
  "+CMD|' /C calc'!A0",
  "**bold** _it_ `code` [x](https://example.org) https://example.org",
  "1. not a list",
  "- nor this",
  "中文 \u0000\u0007 🙂 \uD800",
] as const;
