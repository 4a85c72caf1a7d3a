import { changeTable } from "@alongside/analysis/change/change-table";
import type { NewAuditEvent } from "@alongside/db/audit/append-events";
import type { Tx } from "@alongside/db/client";
import { readFrozenCells } from "@alongside/db/snapshot/read-frozen-cells";
import { REPORT_SECTIONS, type ReportDocument } from "@alongside/domain/report/report-document";
import { NO_TEXTS } from "@alongside/domain/report/report-request";
import { snapshotDefinition } from "@alongside/domain/snapshot/snapshot-definition";
import { inputOfCells } from "../change/change-input";
import { writeReport } from "../report/write-report";
import { documentHash } from "../report-publication/stored-report";
import type { Demo } from "./generate-demo";

/** The parts that a report of frozen data has. */
const PARTS = REPORT_SECTIONS.filter((section) => section !== "suppression");
const WORDS = {
  asked: "For the board and the funder, as the contract foresees every year.",
  decided: "Read on paper; figures compared with the snapshot.",
};

/**
 * Publishes a report of the snapshot, as the researcher asked and the administrator approved.
 * @returns the trace it would have left
 */
export async function publishReport(tx: Tx, demo: Demo): Promise<readonly NewAuditEvent[]> {
  const { id: programmeId } = demo.programme;
  const { id, askedById, decidedById, askedAt, decidedAt, askedEventId, decidedEventId } = demo.published;
  const document = { ...(await documentOf(tx, demo)), mark: null };
  const contentHash = documentHash(document);
  const audience = "funder";
  await tx.publishedReport.create({
    data: { programmeId, id, document, contentHash, audience, words: WORDS.asked, askedById, askedAt },
  });
  await tx.publishedReportDecision.create({
    data: {
      ...{ programmeId, reportId: id, askedById, decidedById, decidedAt },
      ...{ decision: "approved", words: WORDS.decided },
    },
  });
  const { language, stamp } = document;
  const event = { subjectId: askedById, programmeId };
  return [
    {
      ...{ ...event, id: askedEventId, actorId: askedById, at: askedAt, action: "report.ask" },
      detail: { reportId: id, audience, language, stamp, contentHash },
    },
    {
      ...{ ...event, id: decidedEventId, actorId: decidedById, at: decidedAt, action: "report.decide" },
      detail: { reportId: id, decision: "approved", audience, contentHash },
    },
  ];
}

async function documentOf(tx: Tx, { programme, frozen, analysisPlan }: Demo): Promise<ReportDocument> {
  const programmeId = programme.id;
  const row = await tx.snapshot.findUniqueOrThrow({ where: { programmeId_id: { programmeId, id: frozen.id } } });
  const definition = snapshotDefinition.parse(row.definition);
  const arms = definition.cohorts.map(({ id, name }) => ({ id, name }));
  const place = { programmeId, snapshotId: frozen.id };
  const cells = await readFrozenCells(
    tx,
    place,
    arms.map(({ id }) => id),
  );
  const { input, sources } = inputOfCells(definition, cells, null);
  const table = changeTable(input);
  const followUps = table.timepoints.filter(({ kind }) => kind !== "baseline");
  const { version, content: plan, contentHash: hash, savedAt, savedById } = analysisPlan;
  return writeReport(
    {
      ...{ programme: programme.name, arms, openings: [], forms: [], suppression: null },
      plan: { version, plan, hash, savedAt, savedById },
      change: {
        ...{ table, sources, dataLabel: definition.dataLabel, sites: [], siteId: null, partOf: null },
        ...{ computedAt: row.takenAt.toISOString(), definitions: null, isRenewing: false, heldSince: null },
        snapshot: { id: row.id, name: row.name, contentHash: row.contentHash, takenAt: row.takenAt },
      },
      baseline: table.timepoints.find(({ id }) => id === table.baselineTimepointId) ?? null,
      at: followUps.find(({ kind }) => kind === "end") ?? null,
    },
    {
      ...{ programmeId, language: "en", sections: [...PARTS], snapshotId: frozen.id },
      texts: { ...NO_TEXTS, title: "The first year of Riverside" },
    },
  );
}
