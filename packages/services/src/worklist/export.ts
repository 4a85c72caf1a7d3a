import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { LAB_KIND_FACTS } from "@alongside/domain/laboratory/kinds";
import type { ResultUnit } from "@alongside/domain/viral-load/measurement";
import {
  WORKLIST_CSV_LANGUAGES,
  WORKLIST_GROUNDS,
  WORKLIST_HEADINGS,
  WORKLIST_SPECIMENS,
  WORKLIST_STATES,
  type WorklistCsvLanguage,
} from "@alongside/interchange/formats/worklist-csv/words";
import {
  WORKLIST_COLUMNS,
  type WorklistColumn,
  type WorklistLine,
  writeWorklistCsv,
} from "@alongside/interchange/formats/worklist-csv/write-worklist";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import type { LabMeasurement } from "../lab-result/measurement";
import { parseInput } from "../parse-input";
import { readPage, type WorklistPage, type WorklistRow } from "./read";
import { readListScope } from "./read-programme";
import { siteNames } from "./site-names";
import { WORKLISTS } from "./worklist-names";

export const exportWorklistInput = z.object({
  programmeId: z.uuid(),
  list: z.enum(WORKLISTS),
  siteId: z.uuid().optional(),
  language: z.enum(WORKLIST_CSV_LANGUAGES),
});

export interface ExportedWorklist {
  /** Says nothing about what the programme is for. */
  readonly fileName: string;
  readonly text: string;
}

const PAGE = 1000;
/** What is longer is nobody's work of a day. */
const MOST_ROWS = 10_000;

/** A whole worklist as a CSV file, as it is now. Leaves a trace. */
export async function exportWorklist(
  context: Context,
  input: z.input<typeof exportWorklistInput>,
): Promise<Result<ExportedWorklist>> {
  const parsed = parseInput(exportWorklistInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, list, siteId, language } = parsed.value;
  const scope = authorise(context, "worklist.export", programmeId);
  if (!scope.ok) return scope;
  const of = await readListScope(context, scope.value, siteId ?? null);
  if (!of.ok) return of;
  const rows: WorklistRow[] = [];
  let after: WorklistPage["next"] = null;
  do {
    const page: WorklistPage = await readPage(of.value, { list, take: PAGE, ...(after && { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  if (after !== null) return fail("rule", "worklist.too-long", { params: { limit: MOST_ROWS } });
  const names = await siteNames(scope.value.db, programmeId);
  const lines = rows.map((row) => worklistLine(row, names, language));
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, { list, rows: rows.length });
  const text = writeWorklistCsv({ headings: worklistHeadings(language), columns: WORKLIST_COLUMNS, lines });
  return ok({ fileName: worklistFileName(of.value.programme.today), text });
}

/** The headings of the file in a language. */
export function worklistHeadings(language: WorklistCsvLanguage): Record<WorklistColumn, string> {
  const entries = Object.entries(WORKLIST_HEADINGS).map(([column, text]) => [column, text[language]]);
  return Object.fromEntries(entries) as Record<WorklistColumn, string>;
}

/** The name of the file: the day, and nothing that tells. */
export function worklistFileName(today: string): string {
  return `worklist-${today}.csv`;
}

function worklistLine(
  row: WorklistRow,
  names: ReadonlyMap<string, string>,
  language: WorklistCsvLanguage,
): WorklistLine {
  const { code, siteId, on, days, treatmentStartedOn, pendingSince, loop, result } = row;
  return {
    ...{ code, site: names.get(siteId) ?? "", on, days, treatmentStartedOn },
    ...measured(result?.measurement ?? null, language),
    counsellingSince: loop?.openedOn ?? null,
    sessions: loop?.sessions ?? null,
    repeatedOn: loop?.repeatedOn ?? null,
    ground: loop === null || loop.ground === "stands" ? null : WORKLIST_GROUNDS[loop.ground][language],
    pendingSince,
  };
}

const NOTHING = {
  ...{ kind: null, collectedOn: null, state: null, comparator: null },
  ...{ value: null, unit: null, specimen: null },
};
const UNITS: Readonly<Record<ResultUnit, string>> = {
  "copies-per-ml": "copies/mL",
  "log10-copies-per-ml": "log10 copies/mL",
  "iu-per-ml": "IU/mL",
};

function measured(measurement: LabMeasurement | null, language: WorklistCsvLanguage) {
  if (measurement === null) return NOTHING;
  const { kind, result } = measurement;
  const value = "value" in result ? result.value : null;
  const unit = "unit" in result ? result.unit && UNITS[result.unit] : LAB_KIND_FACTS[kind].unit;
  return {
    kind: LAB_KIND_FACTS[kind].label[language],
    collectedOn: result.collectedOn,
    state: WORKLIST_STATES[result.state][language],
    comparator: "comparator" in result ? result.comparator : null,
    value,
    unit: value === null ? null : unit,
    specimen: kind === "viral-load" ? WORKLIST_SPECIMENS[result.specimen][language] : null,
  };
}
