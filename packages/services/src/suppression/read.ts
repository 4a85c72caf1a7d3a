import { type Cascade, cascade } from "@alongside/analysis/cascade/cascade";
import { CASCADE_TEXTS } from "@alongside/analysis/cascade/cascade-steps";
import type { ChangeTable } from "@alongside/analysis/change/change-table";
import { type ShownCount, suppressCount } from "@alongside/analysis/disclosure-control/shown-count";
import { type Suppression, suppression } from "@alongside/analysis/suppression/suppression";
import { type TimeToSuppression, timeToSuppression } from "@alongside/analysis/time-to-suppression/time-to-suppression";
import { type Transitions, transitions } from "@alongside/analysis/transitions/transitions";
import { viralLoadTrajectories } from "@alongside/analysis/viral-load-change/viral-load-trajectories";
import { peopleAtWaves } from "@alongside/analysis/viral-load-rows/at-waves";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { canonicalHash } from "../canonical-hash";
import { firstOpening, noteOpenings, noteOutcomes } from "../change/note-openings";
import type { Context } from "../context";
import { type Held, released } from "../disclosure/released";
import { parseInput } from "../parse-input";
import { type SuppressionInput, suppressionInput } from "./input";
import { loadQuantities } from "./load-quantities";
import { type LoadedRequest, loadSuppressionRequest } from "./load-request";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything on the page of results that does not take long; disclosure control has happened. */
export interface ReadSuppression {
  readonly suppression: Suppression;
  /** The own cohort, then the one it is compared with. */
  readonly transitions: readonly Transitions[];
  /** For those only who may open these people's results one by one. */
  readonly trajectories: ReturnType<typeof viralLoadTrajectories> | { readonly kind: "not-yours" };
  readonly times: { readonly suppression: TimeToSuppression; readonly rebound: TimeToSuppression };
  /** Of the whole programme, or of the sites in view, on the day of the report. */
  readonly cascade: Cascade;
  /** What each share of it is, and of whom. */
  readonly cascadeWords: typeof CASCADE_TEXTS;
  /** CD4 and weight, as on the Change page. */
  readonly quantities: ChangeTable;
  /** The programme's own rule, then the one beside it. */
  readonly rules: readonly ThresholdRule[];
  /** Rules that could stand beside the programme's own. */
  readonly besides: readonly ThresholdRule[];
  readonly cohort: Named;
  readonly comparedWith: Named | null;
  readonly cohorts: readonly Named[];
  readonly waves: LoadedRequest["programme"]["waves"];
  readonly wave: number;
  readonly sites: readonly Named[];
  readonly siteId: string | null;
  readonly partOf: readonly string[] | null;
  readonly dataLabel: string | null;
  readonly threshold: number;
  /** Results without a number or limit in copies/mL, which are in no figure. */
  readonly unreadable: ShownCount;
  /** How specimens were given to waves. */
  readonly waveRule: string;
  /** When anybody first saw this outcome at this time. */
  readonly openedAt: Date | null;
  /** SHA-256 of the rows and settings everything was computed from. */
  readonly dataHash: string;
  readonly today: string;
  readonly computedAt: Date;
}

/** Under this name first looks at viral load are noted. */
const MEASURE = "laboratory/viral-load";

/**
 * Suppression before and after, the ways between categories, times to suppression and rebound, the cascade, CD4 and weight;
 * lines of single people, without codes, for those who may open their results. Every reading leaves a trace.
 * @returns `not-found` for what is not the person's; `suppression.no-waves`, `suppression.no-cohorts` without a plan to go by
 */
export async function readSuppression(
  context: Context,
  input: z.input<typeof suppressionInput>,
): Promise<Result<ReadSuppression & Held>> {
  const parsed = parseInput(suppressionInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "suppression.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { siteId, programmeId: _, ...filter } = parsed.value;
  const asked = { family: "results", page: "results", siteId, filter } as const;
  return released(context, scope.value, asked, () => computeResults(context, scope.value, parsed.value));
}

async function computeResults(
  context: Context,
  scope: Scope<"suppression.read">,
  input: SuppressionInput,
): Promise<Result<ReadSuppression>> {
  const found = await loadSuppressionRequest(context, scope, input);
  if (!found.ok) return found;
  const request = found.value;
  const { programme, loaded, cohort, comparedWith, wave, rules } = request;
  const quantities = await loadQuantities(scope, request);
  const confirmed = input.confirmed ?? false;
  const analysis = analyse(request, confirmed);
  const timepointId = programme.waves[wave]?.id ?? "";
  await writeAuditEvent(scope.db, context, scope, scope.actorId, {
    ...{ cohortId: cohort.id, timepointId },
  });
  await noteOutcomes(context, scope, openedWaves(request, analysis.transitions));
  await noteOpenings(context, scope, quantities);
  const { threshold } = programme;
  return ok({
    ...analysis,
    quantities,
    rules,
    besides: THRESHOLD_RULES.filter(({ id }) => id !== rules[0].id),
    cohort: named(cohort),
    comparedWith: comparedWith === null ? null : named(comparedWith),
    cohorts: request.cohorts.map(named),
    waves: programme.waves,
    wave,
    sites: request.several,
    siteId: input.siteId ?? null,
    partOf: request.partOf,
    dataLabel: programme.dataLabel,
    threshold,
    unreadable: suppressCount(loaded.unreadable, threshold),
    waveRule: loaded.waveRule,
    openedAt: await firstOpening(scope.db, scope.programmeId, { measure: MEASURE, timepointId }),
    dataHash: canonicalHash({
      ...loaded,
      rules,
      cohortId: cohort.id,
      comparedWith: comparedWith?.id ?? null,
      wave,
      confirmed,
    }),
    today: loaded.today,
    computedAt: context.now(),
  });
}

function analyse(request: LoadedRequest, confirmed: boolean) {
  const { programme, loaded, cohort, comparedWith, wave, rules, enrolled } = request;
  const { threshold } = programme;
  const { data } = loaded;
  const [rule] = rules;
  const asked = { data, cohortId: cohort.id, comparedWith: comparedWith?.id ?? null, threshold, enrolled };
  const timed = { ...asked, rule };
  return {
    suppression: suppression({ ...asked, wave, rules, design: comparedWith === null ? "single-group" : "cohorts" }),
    transitions: [cohort, ...(comparedWith === null ? [] : [comparedWith])].map(({ id }) =>
      transitions({ data, cohortId: id, rule, threshold, enrolled }),
    ),
    trajectories: request.seesSingleResults
      ? viralLoadTrajectories(peopleAtWaves(data, cohort.id), threshold)
      : ({ kind: "not-yours" } as const),
    times: {
      suppression: timeToSuppression({ ...timed, event: "suppression", confirmed: false }),
      rebound: timeToSuppression({ ...timed, event: "rebound", confirmed }),
    },
    cascadeWords: CASCADE_TEXTS,
    cascade: cascade({ people: loaded.cascade, rule, threshold }),
  };
}

/** Every follow-up of which the bars give anything away. */
function openedWaves({ programme }: LoadedRequest, shown: readonly Transitions[]) {
  const waves = new Set(
    shown.flatMap(({ nodes }) => nodes.flatMap(({ wave, state }) => (state === "not-expected" ? [] : [wave]))),
  );
  return programme.waves.flatMap(({ id }, wave) =>
    wave > 0 && waves.has(wave) ? [{ measure: MEASURE, timepointId: id }] : [],
  );
}

function named({ id, name }: Named): Named {
  return { id, name };
}
