import { randomUUID } from "node:crypto";
import { REPORT_SECTIONS, type ReportDocument } from "@alongside/domain/report/report-document";
import { NO_TEXTS } from "@alongside/domain/report/report-request";
import { documentHash } from "@alongside/services/report-publication/stored-report";
import { type AccessTable, plain, thing } from "./access-entry";
import type { Place } from "./place";

const choices = ({ programmeId }: Place) => ({
  ...{ programmeId, language: "en" as const, sections: [...REPORT_SECTIONS], texts: NO_TEXTS },
});
const WORDS = "For the funder, as agreed in the contract.";

const EMPTY: ReportDocument = {
  ...{ language: "en", title: "Report", about: [], mark: null, stamp: "00000000" },
  ...{ moment: "2026-01-05T00:00:00.000Z", blocks: [] },
};

/** A report of this place that somebody asked to publish, and that somebody else approved unless it is to wait. */
async function publishedAt({ db, programmeId }: Place, isApproved = true): Promise<string> {
  const [id, askedById] = [randomUUID(), randomUUID()];
  const at = new Date("2026-01-05T00:00:00Z");
  await db.publishedReport.create({
    data: {
      ...{ programmeId, id, document: EMPTY, contentHash: documentHash(EMPTY), audience: "funder", words: WORDS },
      ...{ askedById, askedAt: at },
    },
  });
  if (isApproved) {
    await db.publishedReportDecision.create({
      data: {
        ...{ programmeId, reportId: id, askedById, decidedById: randomUUID(), decision: "approved" },
        ...{ words: "Agreed", decidedAt: at },
      },
    });
  }
  return id;
}

/** The entries of reports. */
export const REPORT_ACCESS: Pick<AccessTable, "report"> = {
  report: {
    ask: {
      verb: "report.ask",
      ...plain,
      input: (place) => ({ ...choices(place), reportId: randomUUID(), audience: "funder", words: WORDS }),
    },
    decide: {
      verb: "report.decide",
      ...thing,
      input: async (place) => ({
        programmeId: place.programmeId,
        reportId: await publishedAt(place, false),
        ...{ decision: "refused", words: "Not agreed" },
      }),
    },
    export: { verb: "report.export", ...plain, input: (place) => ({ ...choices(place), type: "md" }) },
    list: { verb: "report.read", ...plain, input: ({ programmeId }) => ({ programmeId }) },
    make: { verb: "report.read", ...plain, input: choices },
    open: {
      verb: "report.read",
      ...thing,
      input: async (place) => ({ programmeId: place.programmeId, reportId: await publishedAt(place) }),
    },
    schedule: {
      verb: "report.ask",
      ...plain,
      input: (place) => ({
        ...{ ...choices(place), scheduleId: randomUUID(), audience: "funder", words: WORDS },
        ...{ every: "month", firstOn: "2099-01-01" },
      }),
    },
    schedules: { verb: "report.read", ...plain, input: ({ programmeId }) => ({ programmeId }) },
    stopSchedule: {
      verb: "report.ask",
      ...thing,
      // Somebody else's: only who decides stops it.
      wholeProgramme: { researcher: "report-schedule.none" },
      input: async ({ programmeId, db }) => {
        const scheduleId = randomUUID();
        const { programmeId: _, ...chosen } = choices({ programmeId } as Place);
        await db.reportSchedule.create({
          data: {
            ...{ programmeId, id: scheduleId, choices: chosen, audience: "funder", words: WORDS, every: "month" },
            ...{ nextOn: new Date("2099-01-01"), setById: randomUUID(), setAt: new Date("2026-01-05T00:00:00Z") },
          },
        });
        return { programmeId, scheduleId };
      },
    },
    take: {
      verb: "report.export",
      ...thing,
      input: async (place) => ({ programmeId: place.programmeId, reportId: await publishedAt(place), type: "md" }),
    },
  },
};
