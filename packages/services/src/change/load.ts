import { type ChangeTable, changeTable } from "@alongside/analysis/change/change-table";
import { foldDeltas } from "@alongside/db/change-statistic/fold-deltas";
import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { coversSite, type Scope } from "../access/authorise";
import type { Verb } from "../access/matrix";
import { wholeProgramme } from "../access/whole-programme";
import { currentSums } from "../cohort-definition/current-sums";
import type { Context } from "../context";
import { enrolledOnAllPages } from "../disclosure/enrolled-on-all-pages";
import { type Held, released } from "../disclosure/released";
import { changeInput, inputOfCells, readPlan } from "./change-input";
import type { MeasureSource } from "./describe-measures";
import { sitesInView } from "./sites-in-view";

export interface LoadedChange {
  readonly table: ChangeTable;
  /** By measure key. */
  readonly sources: Readonly<Record<string, MeasureSource>>;
  readonly dataLabel: string | null;
  /** Sites whose table the person may also see by itself. */
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** The one site the table is of; null for all sites in the person's reach together. */
  readonly siteId: string | null;
  /** Names of the sites the table is of, where these are not all of the programme's; null for the whole programme. */
  readonly partOf: readonly string[] | null;
  /** Of when its sums are, ISO 8601. */
  readonly computedAt: string;
  /** Newer sums are being made. */
  readonly isRenewing: boolean;
  /** The definitions whose cohorts the table is of, in its order; null for the arms in which people were enrolled. */
  readonly definitions: readonly DefinitionShown[] | null;
  /** The data set that was frozen of which the table is; null for the records as they are. */
  readonly snapshot: SnapshotShown | null;
}

/** A data set that was frozen, as figures name it. */
export interface SnapshotShown {
  readonly id: string;
  readonly name: string;
  readonly contentHash: string;
  readonly takenAt: Date;
}

/** A cohort somebody defined, as it was defined when the table was made. */
export interface DefinitionShown {
  readonly id: string;
  readonly name: string;
  /** Version of its criteria. */
  readonly number: number;
  readonly criteria: CohortCriteria;
  /** Chosen by what was known at the baseline alone, so that cohorts may be compared. */
  readonly isKnownAtBaseline: boolean;
}

/**
 * The change table of a programme as it may be shown to this person: disclosure control has happened. Reads sums, never
 * people, so it costs what the cohorts and measures cost. Whoever may not see the people gets it as it was last released
 * while too few have come since. Whoever shows figures of it calls `noteOpenings`.
 * @returns `not-found` for a site outside the scope, or a programme that is gone
 */
export async function loadChange<V extends Verb>(
  context: Context,
  scope: Scope<V>,
  siteId?: string,
): Promise<Result<LoadedChange & Held>> {
  const asked = { family: "scores", page: "change", siteId, filter: {} } as const;
  return released(context, scope, asked, () => computeChange(context, scope, siteId));
}

/**
 * The table as the records are now, of the arms or of cohorts somebody defined; with `isExact` never a moment older. For whoever may see it: nothing is compared
 * with what was released.
 */
export async function computeChange<V extends Verb>(
  context: Context,
  scope: Scope<V>,
  siteId?: string,
  of: { readonly definitions: readonly DefinitionShown[] | null; readonly isExact?: boolean } = { definitions: null },
): Promise<Result<LoadedChange>> {
  if (siteId !== undefined && !coversSite(scope, siteId)) return fail("not-found", "site.none");
  const { definitions, isExact = false } = of;
  const programme = await readPlan(scope);
  if (programme === null) return fail("not-found", "programme.none");
  const view = sitesInView(context, scope, programme.sites, siteId);
  if (!view.ok) return view;
  const { several, inView } = view.value;
  // Keeps the sums short for the next reader. It changes no figure, and steps aside when somebody else is at it.
  await foldDeltas(wholeProgramme(context, scope), scope.programmeId);
  const only = siteId === undefined ? (scope.siteIds === "all" ? undefined : scope.siteIds) : [siteId];
  const sums = definitions === null ? null : await currentSums(context, scope, definitions, { siteIds: only, isExact });
  const { input, sources } =
    sums === null ? await changeInput(scope, programme, only) : inputOfCells(programme, sums.cells, definitions);
  const enrolledShown = definitions === null ? await enrolledOnAllPages(context, scope, input, only) : undefined;
  const table = changeTable({ ...input, enrolledShown });
  return ok({
    table,
    sources,
    dataLabel: programme.dataLabel,
    sites: several.map(({ id, name }) => ({ id, name })),
    siteId: siteId ?? null,
    partOf: inView.length < programme.sites.length ? inView.map((site) => site.name) : null,
    computedAt: (sums?.asOf ?? context.now()).toISOString(),
    isRenewing: sums?.isRenewing ?? false,
    definitions,
    snapshot: null,
  });
}
