import type { ReportDocument } from "@alongside/domain/report/report-document";
import type { ReportFile } from "@alongside/domain/report/report-request";
import { writeReportDocx } from "@alongside/interchange/formats/report/docx";
import { writeReportMarkdown } from "@alongside/interchange/formats/report/markdown";

/** A report as a file. */
export interface WrittenReport {
  readonly type: ReportFile;
  /** Says nothing about what the programme is for. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Writes a report as it stands. */
export async function writeReportFile(document: ReportDocument, type: ReportFile): Promise<WrittenReport> {
  const fileName = `report-${document.moment.slice(0, 10)}-${document.stamp}.${type}`;
  const bytes =
    type === "docx" ? await writeReportDocx(document) : new TextEncoder().encode(writeReportMarkdown(document));
  return { type, fileName, bytes };
}
