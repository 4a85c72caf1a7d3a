import { z } from "zod";
import { REPORT_LANGUAGES, REPORT_SECTIONS } from "./report-document";

/** What the programme writes itself; everything else of a report comes from data. */
export const reportTexts = z.object({
  title: z.string().trim().max(200),
  /** Who reports, with whom, paid by whom. */
  who: z.string().trim().max(2000),
  limits: z.string().trim().max(4000),
});
export type ReportTexts = z.output<typeof reportTexts>;

export const NO_TEXTS: ReportTexts = { title: "", who: "", limits: "" };

/** As many defined cohorts as the Change page takes. */
const MOST_DEFINITIONS = 20;

/** What is chosen of a report. */
export const reportChoices = z.object({
  language: z.enum(REPORT_LANGUAGES),
  sections: z.array(z.enum(REPORT_SECTIONS)).min(1).max(REPORT_SECTIONS.length),
  /** The follow-up that is compared with the baseline; the programme's end, or the latest with figures, when absent. */
  timepointCode: z.string().min(1).max(100).optional(),
  /** Only these arms; all of them when absent. */
  cohortIds: z.array(z.uuid()).min(1).max(100).optional(),
  /** Cohorts that somebody defined, in place of the arms. */
  definitionIds: z.array(z.uuid()).min(1).max(MOST_DEFINITIONS).optional(),
  /** A data set that was frozen, in place of the records as they are. */
  snapshotId: z.uuid().optional(),
  texts: reportTexts,
});
export type ReportChoices = z.output<typeof reportChoices>;

/** Whom a report is for once it is public. */
export const REPORT_AUDIENCES = ["funder", "authority", "community", "science", "public"] as const;
export type ReportAudience = (typeof REPORT_AUDIENCES)[number];

export const REPORT_DECISIONS = ["approved", "refused"] as const;
export type ReportDecision = (typeof REPORT_DECISIONS)[number];

/** A purpose, or the reason of a decision, is a sentence. */
export const REPORT_WORDS_MIN = 20;
export const REPORT_WORDS_MAX = 1000;

/** How often a report is made again by itself, and how many months that is. */
export const REPORT_RHYTHMS = { month: 1, quarter: 3, year: 12 } as const;
export type ReportRhythm = keyof typeof REPORT_RHYTHMS;

/** As what a report can be downloaded. */
export const REPORT_FILES = ["docx", "md"] as const;
export type ReportFile = (typeof REPORT_FILES)[number];
