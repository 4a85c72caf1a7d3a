import { analyseBinary, type BinaryAnalysis } from "@alongside/analysis/binary-change/analyse-binary";
import { analyseOutcome, type OutcomeAnalysis } from "@alongside/analysis/outcome/analyse-outcome";
import type { Wave } from "@alongside/analysis/rows/person-series";
import { type Subgroups, subgroups } from "@alongside/analysis/subgroups/subgroups";
import type { OutcomeStanding } from "@alongside/domain/analysis-plan/outcome-standing";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { findMeasure } from "@alongside/domain/instruments/registry";
import type { WordingPack } from "@alongside/domain/instruments/wording-pack";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { readPacks } from "../assessment/read-packs";
import { writeAuditEvent } from "../audit/write-audit-event";
import { canonicalHash } from "../canonical-hash";
import type { MeasureSource } from "../change/describe-measures";
import type { SnapshotShown } from "../change/load";
import type { Context } from "../context";
import { type Held, released } from "../disclosure/released";
import { type LeftOut, scriptInput } from "../outcome-script/script-input";
import { parseInput } from "../parse-input";
import { type AcrossSites, acrossSites } from "./across-sites";
import { type AdjustedFamily, adjustedFamily } from "./adjusted-test";
import { type LoadedOutcome, loadOutcomeRequest } from "./load-request";
import { type OutcomeInput, outcomeInput } from "./outcome-input";
import type { PlannedView } from "./planned-view";

/** One outcome of one cohort with every figure of its page that does not take long; scores and yes-or-no outcomes differ. */
export type ReadOutcome = OutcomeFrame & OutcomeKind;

/** What is computed of an outcome, by what it is. */
type OutcomeKind =
  | {
      readonly kind: "score";
      readonly analysis: OutcomeAnalysis;
      /** What the script does not compute again, by code. */
      readonly leftOut: readonly LeftOut["code"][];
    }
  | { readonly kind: "binary"; readonly analysis: BinaryAnalysis };

/** What stands on the page of every outcome. */
interface OutcomeFrame {
  readonly description: LoadedOutcome["request"]["description"];
  readonly source: MeasureSource;
  readonly standing: OutcomeStanding;
  /** Where the planned analysis of the same outcome is; null where this is it, where there is none, or out of reach. */
  readonly plannedView: PlannedView | null;
  readonly openedAt: Date | null;
  /** The p value of the page's test among its family; null where there is none. */
  readonly adjusted: Omit<AdjustedFamily, "pValues"> | null;
  readonly cohort: { readonly id: string; readonly name: string };
  /** The cohort it is compared with; null for none. */
  readonly comparedWith: { readonly id: string; readonly name: string } | null;
  /** Why it is compared with nobody although that was asked for. */
  readonly hindrance: LoadedOutcome["hindrance"];
  /** The definitions whose cohorts are in view; null for the arms. */
  readonly definitions: LoadedOutcome["change"]["definitions"];
  /** Cohorts it could be compared with. */
  readonly comparable: readonly { readonly id: string; readonly name: string }[];
  readonly waves: readonly Wave[];
  /** Position in `waves`. */
  readonly wave: number;
  /** Planned day after enrolment of the time, and how far from it a score may lie. */
  readonly window: { readonly targetDay: number; readonly daysBefore: number; readonly daysAfter: number };
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** The words of its questions that the programme has loaded, in every language. */
  readonly wording: readonly WordingPack[];
  readonly dataLabel: string | null;
  /** SHA-256 of the rows and settings everything was computed from. */
  readonly dataHash: string;
  readonly computedAt: Date;
  /** The data set that was frozen of which all this is; null for the records as they are. */
  readonly snapshot: SnapshotShown | null;
  /** Site by site; null for whoever may not look at single sites, and on the page of one. */
  readonly acrossSites: AcrossSites | null;
  /** Whether the cohorts differ more among some people than among others; null where nothing is compared. */
  readonly subgroups: Subgroups | null;
}

/**
 * One outcome in detail: distribution, lines of single people without codes, who changed reliably, who is missing, and how
 * far the result can be trusted. Every reading leaves a trace, because it shows single scores.
 * @returns `not-found` for what is not in the person's table; `outcome.too-few` where too few people stand behind it
 */
export async function readOutcome(
  context: Context,
  input: z.input<typeof outcomeInput>,
): Promise<Result<ReadOutcome & Held>> {
  const parsed = parseInput(outcomeInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "outcome.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  if (parsed.value.snapshotId !== undefined) {
    // What may be shown of frozen data was decided when they were frozen.
    const frozen = await computeOutcome(context, scope.value, parsed.value);
    return frozen.ok ? ok({ ...frozen.value, heldSince: null }) : frozen;
  }
  const { siteId, programmeId: _, ...filter } = parsed.value;
  const asked = { family: "scores", page: "outcome", siteId, filter } as const;
  return released(context, scope.value, asked, () => computeOutcome(context, scope.value, parsed.value));
}

async function computeOutcome(
  context: Context,
  scope: Scope<"outcome.read">,
  input: OutcomeInput,
): Promise<Result<ReadOutcome>> {
  const loaded = await loadOutcomeRequest(context, scope, input);
  if (!loaded.ok) return loaded;
  const { request, source, standing, openedAt, programme, change } = loaded.value;
  const { measure, timepointId, cohortId } = input;
  await writeAuditEvent(scope.db, context, scope, scope.actorId, {
    measure,
    timepointId,
    cohortId,
    ...(input.snapshotId === undefined ? {} : { snapshotId: input.snapshotId }),
    ...(input.definitionIds === undefined ? {} : { definitionIds: input.definitionIds }),
  });
  const cohorts = change.table.cohorts.map(({ id, name }) => ({ id, name }));
  const named = (id: string | null) => cohorts.find((cohort) => cohort.id === id) ?? null;
  return ok({
    ...kindOf(request),
    description: request.description,
    source,
    standing,
    plannedView: loaded.value.plannedView,
    openedAt,
    adjusted: await withoutPValues(adjustedFamily(context, scope, loaded.value, input)),
    cohort: named(cohortId) ?? { id: cohortId, name: "" },
    comparedWith: named(request.comparedWith),
    hindrance: loaded.value.hindrance,
    definitions: change.definitions,
    comparable: cohorts.filter(({ id }) => id !== cohortId),
    waves: request.data.waves,
    wave: request.wave,
    window: windowOf(programme, timepointId),
    sites: programme.sites,
    wording: await wordingOf(scope, measure),
    dataLabel: change.dataLabel,
    dataHash: canonicalHash(request),
    computedAt: context.now(),
    snapshot: change.snapshot,
    acrossSites: acrossSites(loaded.value),
    subgroups: subgroupsOf(loaded.value),
  });
}

/** Of scores only: shares of few people are too few for halves. Single sites only for whoever may look at them. */
function subgroupsOf({ request, change }: LoadedOutcome): ReadOutcome["subgroups"] {
  if (request.comparedWith === null || request.description.yesOrNo === true) return null;
  return subgroups(request, request.comparedWith, change.siteId === null && change.sites.length > 1);
}

function windowOf({ timepoints }: LoadedOutcome["programme"], timepointId: string): ReadOutcome["window"] {
  const { targetDay = 0, daysBefore = 0, daysAfter = 0 } = timepoints.find(({ id }) => id === timepointId) ?? {};
  return { targetDay, daysBefore, daysAfter };
}

/** The p values of other lines are the script's, not the page's. */
async function withoutPValues(family: Promise<AdjustedFamily | null>): Promise<ReadOutcome["adjusted"]> {
  const found = await family;
  if (found === null) return null;
  const { pValues: _, ...adjusted } = found;
  return adjusted;
}

async function wordingOf({ db, programmeId }: Scope, measure: string): Promise<readonly WordingPack[]> {
  const instrument = findMeasure(measure)?.instrument;
  return instrument ? readPacks(db, { programmeId, instrument: instrument.code, edition: instrument.edition }) : [];
}

function kindOf(request: LoadedOutcome["request"]): OutcomeKind {
  if (request.description.yesOrNo === true) return { kind: "binary", analysis: analyseBinary(request) };
  const analysis = analyseOutcome(request);
  const script = scriptInput(request, analysis, { finished: null, family: null, date: "", provenance: [] });
  return { kind: "score", analysis, leftOut: script.leftOut.map(({ code }) => code) };
}
