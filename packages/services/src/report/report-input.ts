import { reportChoices } from "@alongside/domain/report/report-request";
import { z } from "zod";

/** A report of a programme, as it was chosen. */
export const reportInput = reportChoices.extend({ programmeId: z.uuid() });
export type ReportInput = z.output<typeof reportInput>;
