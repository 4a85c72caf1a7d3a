import { REPORT_SECTIONS } from "@alongside/domain/report/report-document";
import { NO_TEXTS } from "@alongside/domain/report/report-request";
import { type AccessTable, plain } from "./access-entry";
import type { Place } from "./place";

const choices = ({ programmeId }: Place) => ({
  ...{ programmeId, language: "en" as const, sections: [...REPORT_SECTIONS], texts: NO_TEXTS },
});

/** The entries of reports. */
export const REPORT_ACCESS: Pick<AccessTable, "report"> = {
  report: {
    export: { verb: "report.export", ...plain, input: (place) => ({ ...choices(place), type: "md" }) },
    make: { verb: "report.read", ...plain, input: choices },
  },
};
