import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { findReports, maySee, type ReportState, reportState, type StoredReport } from "./stored-report";

/** So many are listed; older ones stand in the audit trail. */
const LISTED = 100;

export const listPublicationsInput = z.object({ programmeId: z.uuid() });

/** A report that somebody asked to publish, as it stands. */
export interface ListedPublication extends Pick<StoredReport, "audience" | "words" | "askedAt" | "contentHash"> {
  readonly reportId: string;
  readonly title: string;
  readonly language: StoredReport["document"]["language"];
  readonly stamp: string;
  readonly state: ReportState;
  /** Null for somebody whose account is gone. */
  readonly askedBy: string | null;
  readonly decision: { readonly by: string | null; readonly words: string; readonly at: Date } | null;
  /** Whether the person at hand may approve or refuse it. */
  readonly mayDecide: boolean;
}

/** What was approved, somebody's own, and for whoever decides everything. Newest first. */
export async function listPublications(
  context: Context,
  input: z.input<typeof listPublicationsInput>,
): Promise<Result<readonly ListedPublication[]>> {
  const parsed = parseInput(listPublicationsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "report.read", programmeId);
  if (!scope.ok) return scope;
  const { actorId, db } = scope.value;
  const decides = authorise(context, "report.decide", programmeId).ok;
  const found = (await findReports(db, { programmeId }, LISTED)).filter((one) => maySee(context, scope.value, one));
  const ids = found.flatMap(({ askedById, decisions }) => [askedById, ...decisions.map((one) => one.decidedById)]);
  const people = await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? null;
  return ok(
    found.map((report) => {
      const { id, document, audience, words, askedAt, askedById, contentHash, decisions } = report;
      const [decision] = decisions;
      const { title, language, stamp } = document;
      const state = reportState(report);
      return {
        ...{ reportId: id, title, language, stamp, state, audience, words, askedAt, contentHash },
        askedBy: nameOf(askedById),
        decision: decision ? { by: nameOf(decision.decidedById), words: decision.words, at: decision.decidedAt } : null,
        mayDecide: decides && state === "waiting" && askedById !== actorId,
      };
    }),
  );
}
