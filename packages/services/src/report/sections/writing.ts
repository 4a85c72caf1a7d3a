import { OUTCOME_DOMAINS } from "@alongside/domain/outcomes/domains";
import type { ReportBlock, ReportLanguage, ReportSection } from "@alongside/domain/report/report-document";
import type { FigureText } from "../figure-text";
import type { ReportFigures } from "../report-figures";
import type { ReportInput } from "../report-input";
import type { ReportLine } from "../report-lines";
import type { ReportWords } from "../words/en";

/** What every part of a report is written from. */
export interface Writing {
  readonly input: ReportInput;
  readonly language: ReportLanguage;
  readonly words: ReportWords;
  readonly text: FigureText;
  readonly figures: ReportFigures;
  readonly lines: readonly ReportLine[];
  readonly stamp: string;
  /** Moment of the figures in UTC, to the minute. */
  readonly moment: string;
}

/** A heading; with the part of the report that begins there. */
export const heading = (level: 1 | 2 | 3, text: string, section?: ReportSection): ReportBlock =>
  section === undefined ? { kind: "heading", level, text } : { kind: "heading", level, text, section };

/** A paragraph of the usual size. */
export const plain = (text: string): ReportBlock => ({ kind: "paragraph", text, tone: "plain" });
/** A paragraph for readers far from statistics. */
export const large = (text: string): ReportBlock => ({ kind: "paragraph", text, tone: "large" });
/** What has to be known before a figure is believed. */
export const caution = (text: string): ReportBlock => ({ kind: "paragraph", text, tone: "caution" });

/** Day of a moment, in UTC. */
export const dayOf = (moment: Date | string): string => new Date(moment).toISOString().slice(0, 10);

/** Name of an outcome in the report's language. */
export const measureName = ({ measure }: Pick<ReportLine, "measure">, language: ReportLanguage): string =>
  measure.description.label[language];

/** Name of a domain of the framework; the code itself for one that is gone. */
export function domainName(code: string, language: ReportLanguage): string {
  return OUTCOME_DOMAINS.elements.find((element) => element.code === code)?.label[language] ?? code;
}
