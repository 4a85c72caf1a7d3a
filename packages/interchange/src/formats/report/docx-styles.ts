import type { ReportLanguage } from "@alongside/domain/report/report-document";
import type { IStylesOptions } from "docx";

/** Names of the styles besides headings; whoever edits the document changes them once for all of it. */
export const DOCX_STYLES = {
  about: "ReportAbout",
  caption: "ReportCaption",
  caution: "ReportCaution",
  cell: "ReportCell",
  head: "ReportHead",
  large: "ReportLarge",
  note: "ReportNote",
  running: "ReportRunning",
} as const;

const LANGUAGES = { en: "en-GB", zh: "zh-CN" } as const satisfies Record<ReportLanguage, string>;
/** Fonts that Windows, macOS or LibreOffice have; a program without one takes another. */
const FONT = { ascii: "Calibri", hAnsi: "Calibri", cs: "Calibri", eastAsia: "Microsoft YaHei" } as const;

/** Look of the document; sizes in half points, spaces in twentieths of a point. */
export function documentStyles(language: ReportLanguage): IStylesOptions {
  const own = (
    name: keyof typeof DOCX_STYLES,
    size: number,
    more: { readonly bold?: true; readonly color?: string },
  ) => ({
    id: DOCX_STYLES[name],
    name: `Report ${name}`,
    basedOn: "Normal",
    run: { size, ...more },
    paragraph: { spacing: { after: name === "cell" || name === "head" ? 0 : 100 } },
  });
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: "1F2937", font: FONT },
    paragraph: { spacing: { before, after: 100 } },
  });
  return {
    default: {
      document: {
        run: { size: 21, font: FONT, language: { value: LANGUAGES[language], eastAsia: LANGUAGES.zh } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: heading(40, 0),
      heading1: heading(30, 360),
      heading2: heading(25, 280),
      heading3: heading(22, 200),
    },
    paragraphStyles: [
      own("about", 20, { color: "4B5563" }),
      own("caption", 20, { bold: true }),
      own("caution", 22, { bold: true, color: "92400E" }),
      own("cell", 17, {}),
      own("head", 17, { bold: true }),
      own("large", 26, {}),
      own("note", 17, { color: "4B5563" }),
      own("running", 16, { color: "4B5563" }),
    ],
  };
}
