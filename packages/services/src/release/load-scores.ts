import type { MeasureChange } from "@alongside/analysis/change/change-table";
import type { CohortChange } from "@alongside/analysis/change/cohort-change";
import { extremesFrom, mayTellExtremes } from "@alongside/analysis/disclosure-control/extremes";
import { effectiveThreshold, type ShownCount, suppressCount } from "@alongside/analysis/disclosure-control/shown-count";
import { countedPeople } from "@alongside/analysis/rows/counted-people";
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
import { addLines, type ScoresOf } from "./add-lines";
import { readBaselineDays, readForms } from "./read-forms";
import type { ScoresChoice } from "./release-of";
import { ScoreLines } from "./score-lines";

/** Everything of which rows may be made, of everybody who allows it. */
export interface LoadedScores {
  readonly lines: ScoreLines;
  readonly change: LoadedChange;
  readonly notExported: ShownCount;
  readonly siteIds: readonly string[];
  /** Whether the person may open the records of everybody in view, or nothing is hidden from anybody. */
  readonly seesPeople: boolean;
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
  const lines = new ScoreLines();
  const baselineOn = await readBaselineDays(scope.value, table.baselineTimepointId, snapshotId);
  // One measure after the other, so that no more than one is held as it was read.
  for (const measure of opening(change)) {
    const { description } = measure.shown;
    const forms = await readForms(scope.value, description.measure, snapshotId);
    const place = { ...measure, table, only, everybody: leftOut === 0, frozen };
    for (const one of await scoresOf(asOf, scope.value, place)) addLines(lines, one, { forms, baselineOn, table });
  }
  if (lines.size === 0) {
    return fail("rule", "row-release.nothing", { params: { smallest: extremesFrom(table.threshold) } });
  }
  // Only what is told counts as seen.
  await noteOpenings(context, scope.value, table);
  return ok({
    ...{ lines, change, siteIds },
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
