import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import { CHANGE_CSV_LANGUAGES, CHANGE_HEADINGS } from "@alongside/interchange/formats/change-csv/words";
import { type ChangeColumn, writeChangeCsv } from "@alongside/interchange/formats/change-csv/write-change";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { savedPlans } from "../analysis-plan/saved-plans";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { exportRows } from "./export-rows";
import { lineStandings } from "./line-standing";
import { loadChange } from "./load";
import { loadFrozenChange } from "./load-frozen";
import { noteOpenings, openedOutcomes } from "./note-openings";

export const exportChangeInput = z.object({
  programmeId: z.uuid(),
  siteId: z.uuid().optional(),
  /** A data set that was frozen, in place of the records as they are. */
  snapshotId: z.uuid().optional(),
  /** Only this follow-up; all of them when absent. */
  timepointCode: z.string().min(1).max(100).optional(),
  language: z.enum(CHANGE_CSV_LANGUAGES),
});

export interface ExportedChange {
  /** Says nothing about what the programme is for. */
  readonly fileName: string;
  readonly text: string;
}

/** The Change table as a CSV file: what the page shows to this person, and nothing besides. Leaves a trace. */
export async function exportChange(
  context: Context,
  input: z.input<typeof exportChangeInput>,
): Promise<Result<ExportedChange>> {
  const parsed = parseInput(exportChangeInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, siteId, snapshotId, timepointCode, language } = parsed.value;
  const scope = authorise(context, "change.export", programmeId);
  if (!scope.ok) return scope;
  const loaded =
    snapshotId === undefined
      ? await loadChange(context, scope.value, siteId)
      : await loadFrozenChange(context, scope.value, { snapshotId, siteId });
  if (!loaded.ok) return loaded;
  const timepoint = loaded.value.table.timepoints.find((one) => one.code === timepointCode);
  if (timepointCode !== undefined && timepoint === undefined) return fail("not-found", "timepoint.none");
  await noteOpenings(context, scope.value, loaded.value.table);
  const plans = await savedPlans(scope.value.db, scope.value);
  const standingOf = lineStandings(loaded.value, plans, await openedOutcomes(scope.value.db, programmeId));
  const rows = exportRows(loaded.value, standingOf, language, timepoint?.id);
  const headings = Object.fromEntries(
    Object.entries(CHANGE_HEADINGS).map(([column, text]) => [column, text[language]]),
  ) as Record<ChangeColumn, string>;
  await scope.value.db.$transaction((tx) =>
    writeAuditEvent(tx, context, scope.value, scope.value.actorId, {
      rows: rows.length,
      siteId: siteId ?? null,
      ...(snapshotId === undefined ? {} : { snapshotId }),
    }),
  );
  const day = loaded.value.computedAt.slice(0, 10);
  const { snapshot } = loaded.value;
  const of = snapshot === null ? day : `${day}-${snapshotCode(snapshot.contentHash)}`;
  return ok({ fileName: `table-${of}.csv`, text: writeChangeCsv({ headings, rows }) });
}
