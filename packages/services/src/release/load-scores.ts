import type { MeasureChange } from "@alongside/analysis/change/change-table";
import type { CohortChange } from "@alongside/analysis/change/cohort-change";
import { extremesFrom, mayTellExtremes } from "@alongside/analysis/disclosure-control/extremes";
import { effectiveThreshold, type ShownCount, suppressCount } from "@alongside/analysis/disclosure-control/shown-count";
import { countedPeople } from "@alongside/analysis/rows/counted-people";
import type { PersonSeries } from "@alongside/analysis/rows/person-series";
import { stands } from "@alongside/db/outcome/read-scores";
import { sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { authorise, mayAt, type Scope } from "../access/authorise";
import type { LoadedChange } from "../change/load";
import { noteOpenings } from "../change/note-openings";
import { countNotExported } from "../consent/count-not-exported";
import type { Context } from "../context";
import { loadBase } from "../outcome/load-base";
import { loadOutcomeData } from "../outcome/load-outcome-data";
import { readOutcomeProgramme } from "../outcome/outcome-programme";
import type { FoundSnapshot } from "../snapshot/find";
import { programmeThen } from "../snapshot/programme-then";
import type { ScoresChoice } from "./release-of";

/** One person's scores of one measure, with what identifies them inside the server. */
export interface ScoresOf {
  readonly participantId: string;
  readonly measure: string;
  readonly waves: readonly { readonly timepointId: string }[];
  readonly series: PersonSeries;
}

/** Everything of which rows may be made, of everybody who allows it. */
export interface LoadedScores {
  readonly scores: readonly ScoresOf[];
  /** By `participant measure timepoint`. */
  readonly forms: ReadonlyMap<string, Form>;
  /** The day on which each person first answered at the baseline. */
  readonly baselineOn: ReadonlyMap<string, string>;
  readonly change: LoadedChange;
  readonly notExported: ShownCount;
  readonly siteIds: readonly string[];
  /** Whether the person may open the records of everybody in view, or nothing is hidden from anybody. */
  readonly seesPeople: boolean;
}

/** What became of one form. */
export interface Form {
  readonly outcome: string;
  readonly edition: string;
  /** ISO day. */
  readonly answeredOn: string;
}

/**
 * The rows of every measure whose own page opens, as far as that page has them: what the Change page hides, or holds back, is
 * not in the table either.
 * @returns `row-release.nothing` where no page opens; `release.waiting` and `release.too-close` of the ledger
 */
export async function loadScores(
  context: Context,
  programmeId: string,
  { siteId, snapshotId }: Pick<ScoresChoice, "siteId" | "snapshotId">,
): Promise<Result<LoadedScores>> {
  const scope = authorise(context, "outcome.export-script", programmeId);
  if (!scope.ok) return scope;
  const base = await loadBase(context, scope.value, { siteId, snapshotId }, "release");
  if (!base.ok) return base;
  const { asOf, loaded: change, frozen } = base.value;
  const { table } = change;
  const siteIds =
    siteId !== undefined ? [siteId] : scope.value.siteIds === "all" ? [] : [...scope.value.siteIds].toSorted();
  const only = siteIds.length === 0 ? undefined : siteIds;
  const leftOut = await countNotExported(scope.value, only);
  const scores: ScoresOf[] = [];
  for (const measure of opening(change)) {
    scores.push(...(await scoresOf(asOf, scope.value, { ...measure, table, only, everybody: leftOut === 0, frozen })));
  }
  if (scores.length === 0) {
    return fail("rule", "row-release.nothing", { params: { smallest: extremesFrom(table.threshold) } });
  }
  // Only what is told counts as seen.
  await noteOpenings(context, scope.value, table);
  const { forms, baselineOn } = await readForms(scope.value, table.baselineTimepointId, snapshotId);
  return ok({
    ...{ scores, forms, baselineOn, change, siteIds },
    notExported: suppressCount(leftOut, table.threshold),
    seesPeople: seesPeople(context, scope.value, change, siteId),
  });
}

interface OpenMeasure {
  readonly shown: MeasureChange;
  /** Those of whom the page opens. */
  readonly cohorts: readonly CohortChange[];
}

/** Each measure whose page opens at some time, with the cohorts of which it does. */
function opening({ table }: LoadedChange): readonly OpenMeasure[] {
  return table.domains
    .flatMap(({ measures }) => measures)
    .filter(({ description }) => description.yesOrNo !== true)
    .map((shown) => ({
      shown,
      cohorts: shown.cohorts.filter(({ followUps }) =>
        followUps.some(({ paired }) => paired.kind === "exact" && mayTellExtremes(paired.n, table.threshold)),
      ),
    }))
    .filter(({ cohorts }) => cohorts.length > 0);
}

interface MeasurePlace extends OpenMeasure {
  readonly table: LoadedChange["table"];
  readonly only: readonly string[] | undefined;
  /** Nobody refused an export, so that numbers of people are those of the page. */
  readonly everybody: boolean;
  /** Null for the records as they are. */
  readonly frozen: FoundSnapshot | null;
}

/** The people of one measure who have a line on its page, and a score. */
async function scoresOf(context: Context, scope: Scope, place: MeasurePlace): Promise<readonly ScoresOf[]> {
  const { shown, cohorts, table, only, frozen } = place;
  const { description } = shown;
  const now = await readOutcomeProgramme(scope, description.measure);
  if (now === null) return [];
  const programme = frozen === null ? now : programmeThen(now, frozen.definition, description.measure);
  const waves = programme.timepoints.filter((one) => table.timepoints.some(({ id }) => id === one.id));
  const plan = { ...programme, waves, cohorts: table.cohorts, description };
  const { data, rowOf } = await loadOutcomeData(context, scope, plan, only, { use: "export", snapshotId: frozen?.id });
  const idOf = new Map([...rowOf].map(([participantId, row]) => [row, participantId]));
  const counts = Object.fromEntries(
    shown.cohorts.map(({ cohortId, enrolled, baseline }) => [cohortId, { enrolled, baseline }]),
  );
  return cohorts.flatMap(({ cohortId }) => {
    const { request } = countedPeople({
      ...{ data, threshold: table.threshold, cohortId, comparedWith: null, items: null },
      ...(place.everybody ? { shown: counts } : {}),
    });
    return request.data.people.flatMap((series) => {
      const participantId = idOf.get(series.row);
      const isIn = series.cohortId === cohortId && series.values.some((value) => value !== null);
      return isIn && participantId !== undefined
        ? [{ participantId, measure: description.measure, waves: data.waves, series }]
        : [];
    });
  });
}

function seesPeople(context: Context, scope: Scope, { table }: LoadedChange, siteId: string | undefined): boolean {
  if (effectiveThreshold(table.threshold) === 1) return true;
  const may = (at: string) => mayAt(context, "participant.list", scope.programmeId, at);
  if (siteId !== undefined) return may(siteId);
  if (scope.siteIds !== "all") return scope.siteIds.every(may);
  const people = authorise(context, "participant.list", scope.programmeId);
  return people.ok && people.value.siteIds === "all";
}

interface FormRow extends Form {
  readonly participantId: string;
  readonly measure: string;
  readonly timepointId: string;
}

async function readForms({ db, programmeId }: Scope, baselineId: string | null, snapshotId: string | undefined) {
  const standing = stands({ programmeId, snapshotId }, sql`s.participant_id`, sql`s.assessment_id`, sql`s.current`);
  const rows = await db.$queryRaw<FormRow[]>`
    SELECT s.participant_id AS "participantId", s.measure, s.timepoint_id AS "timepointId", s.outcome, a.edition,
           a.answered_on::text AS "answeredOn"
      FROM score s JOIN assessment a ON a.participant_id = s.participant_id AND a.id = s.assessment_id
     WHERE s.programme_id = ${programmeId}::uuid AND ${standing}`;
  const forms = new Map<string, Form>();
  const baselineOn = new Map<string, string>();
  for (const { participantId, measure, timepointId, ...form } of rows) {
    forms.set(formKey(participantId, measure, timepointId), form);
    const first = baselineOn.get(participantId);
    if (timepointId !== baselineId || (first !== undefined && first <= form.answeredOn)) continue;
    baselineOn.set(participantId, form.answeredOn);
  }
  return { forms, baselineOn };
}

/** Names one form. */
export function formKey(participantId: string, measure: string, timepointId: string): string {
  return `${participantId} ${measure} ${timepointId}`;
}
