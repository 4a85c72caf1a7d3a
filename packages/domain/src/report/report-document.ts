import { z } from "zod";

/** Languages in which a report can be written, whatever language the screen is in. */
export const REPORT_LANGUAGES = ["en", "zh"] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Parts of a report, in their order. */
export const REPORT_SECTIONS = [
  "summary",
  "question",
  "flow",
  "results",
  "suppression",
  "missing",
  "methods",
  "limits",
  "disclosure",
  "checklists",
  "provenance",
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

const text = z.string();
const cells = z.array(text);

const heading = z.object({
  kind: z.literal("heading"),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text,
  /** The part of the report that begins here. */
  section: z.enum(REPORT_SECTIONS).optional(),
});
const paragraph = z.object({
  kind: z.literal("paragraph"),
  text,
  /** `large`: for readers far from statistics; `caution`: has to be known before a figure is believed. */
  tone: z.enum(["plain", "large", "caution"]),
});
const list = z.object({ kind: z.literal("list"), items: cells, tone: z.enum(["plain", "large"]) });
const table = z.object({
  kind: z.literal("table"),
  caption: text,
  head: cells,
  /** As many cells in each as in the head; the first names the row. */
  rows: z.array(cells),
  notes: cells,
});
const figure = z.object({
  kind: z.literal("figure"),
  caption: text,
  /** A whole SVG document. */
  svg: text,
  /** Says everything that the picture shows. */
  alt: text,
});
const checklist = z.object({
  kind: z.literal("checklist"),
  caption: text,
  head: cells,
  /** Item, topic, where it is answered. */
  rows: z.array(z.object({ item: text, topic: text, where: text, answered: z.boolean() })),
  notes: cells,
});
const pageBreak = z.object({ kind: z.literal("page-break") });

const reportBlock = z.discriminatedUnion("kind", [heading, paragraph, list, table, figure, checklist, pageBreak]);
export type ReportBlock = z.output<typeof reportBlock>;

/** A report as data: everything that stands in it is text, rounded and worded, so that it opens again as it was. */
export const reportDocument = z.object({
  language: z.enum(REPORT_LANGUAGES),
  title: text,
  /** Lines below the title. */
  about: cells,
  /** On every page: what this copy may be used for; null for one that was approved. */
  mark: text.nullable(),
  /** Ties the report to its figures: beginning of a hash. */
  stamp: text,
  /** When the figures were computed, ISO 8601. */
  moment: text,
  blocks: z.array(reportBlock),
});
export type ReportDocument = z.output<typeof reportDocument>;
