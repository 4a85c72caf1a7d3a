import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { writeCsv } from "@alongside/interchange/formats/csv/write";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { listAuditInput, readEvents } from "./list";
import { writeAuditEvent } from "./write-audit-event";

export const exportAuditInput = listAuditInput.omit({ after: true });

const PAGE = 250;
const MOST_ROWS = 20_000;
/** Codes and not words, in every language: the file is for comparing with the trail, and with files saved before. */
const HEADINGS = ["at", "event", "action", "actor", "actor_id", "participant", "person", "subject_id", "detail"];

/** A file before it is sent. */
export interface ExportedTrail {
  readonly fileName: string;
  readonly text: string;
}

/**
 * The events that fit a filter, newest first, as a CSV file. Leaves a trace, which names the filters and how many rows; of one
 * participant it stands in that participant's history.
 * @returns `audit.too-long` where there are more than fit one file
 */
export async function exportAudit(
  context: Context,
  input: z.input<typeof exportAuditInput>,
): Promise<Result<ExportedTrail>> {
  const parsed = parseInput(exportAuditInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "audit.export", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { programmeId, db } = scope.value;
  const { code, ...filter } = parsed.value;
  const lines: string[][] = [];
  let subjectId = programmeId;
  let after: { at: string; id: string } | null = null;
  do {
    const page: Awaited<ReturnType<typeof readEvents>> = await readEvents(
      scope.value,
      { ...filter, ...(code && { code }), ...(after && { after }) },
      PAGE,
    );
    if (!page.ok) return page;
    for (const event of page.value.events) lines.push(lineOf(event));
    if (code !== undefined) subjectId = page.value.events[0]?.subjectId ?? subjectId;
    after = page.value.next;
  } while (after !== null && lines.length < MOST_ROWS);
  if (after !== null) return fail("rule", "audit.too-long", { params: { limit: MOST_ROWS } });
  const { programmeId: _, ...narrowed } = parsed.value;
  const filters = Object.keys(narrowed).toSorted();
  const told = { rows: lines.length, ...(filters.length > 0 && { filters }) };
  await db.$transaction((tx) => writeAuditEvent(tx, context, scope.value, subjectId, told));
  const day = context.now().toISOString().slice(0, 10);
  return ok({ fileName: `trail-${day}.csv`, text: writeCsv([HEADINGS, ...lines]) });
}

type Events = Extract<Awaited<ReturnType<typeof readEvents>>, { ok: true }>["value"]["events"];

function lineOf(event: Events[number]): string[] {
  const { at, id, action, actorName, actorId, participantCode, personName, subjectId, detail } = event;
  return [
    ...[at.toISOString(), id, action, actorName ?? "", actorId ?? ""],
    ...[participantCode ?? "", personName ?? "", subjectId, detail === null ? "" : JSON.stringify(detail)],
  ];
}
