import type { ReportBlock, ReportDocument, ReportLanguage } from "@alongside/domain/report/report-document";
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { DOCX_STYLES, documentStyles } from "./docx-styles";
import { svgSize } from "./svg-size";

/** A report as a document of a word processor (Office Open XML), on A4: headings are headings, heads of tables repeat. */
export async function writeReportDocx(report: ReportDocument): Promise<Uint8Array> {
  const { language, title, mark, stamp } = report;
  const running = [mark, stamp].filter((part) => part !== null).join(" · ");
  const document = new Document({
    title: safe(title),
    creator: "Alongside",
    lastModifiedBy: "Alongside",
    styles: documentStyles(language),
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        headers: { default: new Header({ children: [paragraph(`${title} · ${running}`, DOCX_STYLES.running)] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
          ...(mark === null ? [] : [paragraph(mark, DOCX_STYLES.caution)]),
          ...report.about.map((line) => paragraph(line, DOCX_STYLES.about)),
          ...report.blocks.flatMap((one) => block(one, language)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** In twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1134, bottom: 1134, left: 1021, right: 1021 };
const TEXT_WIDTH = A4.width - MARGIN.left - MARGIN.right;
/** Width of a chart in pixels of 1/96 inch. */
const CHART_WIDTH = Math.floor(TEXT_WIDTH / 15);

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function block(one: ReportBlock, language: ReportLanguage): readonly FileChild[] {
  switch (one.kind) {
    case "heading":
      return [new Paragraph({ heading: HEADINGS[one.level], keepNext: true, children: [run(one.text)] })];
    case "paragraph":
      return [paragraph(one.text, one.tone === "plain" ? undefined : DOCX_STYLES[one.tone])];
    case "list":
      return one.items.map(
        (item) =>
          new Paragraph({
            bullet: { level: 0 },
            ...(one.tone === "large" ? { style: DOCX_STYLES.large } : {}),
            children: [run(item)],
          }),
      );
    case "table":
      return table(one.caption, one.head, one.rows, one.notes);
    case "figure":
      return [
        new Paragraph({ style: DOCX_STYLES.caption, keepNext: true, children: [run(one.caption)] }),
        new Paragraph({ children: [picture(one.svg, one.caption, one.alt)] }),
      ];
    case "checklist": {
      const rows = one.rows.map(({ item, topic, where }) => [item, topic, where]);
      return table(one.caption, one.head, rows, one.notes, language === "zh" ? [10, 40, 50] : [8, 42, 50]);
    }
    case "page-break":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** @param shares widths of the columns, in per cent */
function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[],
  shares: readonly number[] = firstColumnWider(head.length),
): readonly FileChild[] {
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / 100));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [paragraph(cell, isHead ? DOCX_STYLES.head : DOCX_STYLES.cell)],
          }),
      ),
    });
  return [
    new Paragraph({ style: DOCX_STYLES.caption, keepNext: true, children: [run(caption)] }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    }),
    ...(notes.length === 0
      ? [paragraph("", DOCX_STYLES.note)]
      : notes.map((note) => paragraph(note, DOCX_STYLES.note))),
  ];
}

function firstColumnWider(columns: number): readonly number[] {
  if (columns < 2) return [100];
  const first = 140 / (columns + 0.4);
  return Array.from({ length: columns }, (_, at) => (at === 0 ? first : (100 - first) / (columns - 1)));
}

/** The chart itself, with a point of nothing for programs that cannot draw it: they say its words. */
function picture(svg: string, name: string, alt: string): ImageRun {
  const { width, height } = svgSize(svg);
  const transformation = { width: CHART_WIDTH, height: Math.round((CHART_WIDTH * height) / width) };
  return new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(svg),
    transformation,
    fallback: { type: "png", data: NOTHING },
    altText: { name: safe(name), title: safe(name), description: safe(alt) },
  });
}

/** A PNG of one transparent point. */
const NOTHING =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==";

function pageNumber(): Paragraph {
  return new Paragraph({
    style: DOCX_STYLES.running,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
  });
}

function paragraph(text: string, style?: string): Paragraph {
  return new Paragraph({ ...(style === undefined ? {} : { style }), children: [run(text)] });
}

function run(text: string): TextRun {
  return new TextRun(safe(text));
}

/** Without what XML cannot hold: control signs, halves of letters. */
function safe(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu, " ").trim();
}
