import {
  REPORT_AUDIENCES,
  REPORT_RHYTHMS,
  type ReportRhythm,
  reportChoices,
} from "@alongside/domain/report/report-request";
import { z } from "zod";

/** How often a report may be made again. */
export const RHYTHMS = Object.keys(REPORT_RHYTHMS) as [ReportRhythm, ...ReportRhythm[]];

/** A report that is asked for again by itself, as it stands in the database. */
export const storedSchedule = z.object({
  id: z.uuid(),
  choices: reportChoices,
  audience: z.enum(REPORT_AUDIENCES),
  words: z.string(),
  every: z.enum(RHYTHMS),
  nextOn: z.date(),
  problem: z.string().nullable(),
  setById: z.uuid(),
});
export type StoredSchedule = z.output<typeof storedSchedule>;
