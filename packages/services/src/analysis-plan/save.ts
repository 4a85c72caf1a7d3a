import type { Tx } from "@alongside/db/client";
import { type AnalysisPlan, analysisPlanSchema, plainPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { modelFits } from "@alongside/domain/analysis-plan/outcome-model";
import { windowsOf } from "@alongside/domain/analysis-plan/planned-window";
import { fail, type Issue, ok } from "@alongside/domain/failure/failure";
import { findMeasure } from "@alongside/domain/instruments/registry";
import { isYesOrNoMeasure } from "@alongside/domain/instruments/yes-or-no-measure";
import { z } from "zod";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { perform } from "../perform";
import { currentWindows } from "./current-windows";

export const saveAnalysisPlanInput = z.object({ programmeId: z.uuid(), plan: analysisPlanSchema });

/**
 * Saves what will be analysed, and how, as a new version that nobody can change. The same plan again is not a new version.
 * @returns version and hash; `invalid` for measures, timepoints or cohorts the programme does not have, and for what does not
 * fit a primary measure that is yes or no
 */
export function saveAnalysisPlan(context: Context, input: z.input<typeof saveAnalysisPlanInput>) {
  return perform(
    context,
    "analysis-plan.save",
    saveAnalysisPlanInput,
    input,
    async (tx, scope, { programmeId, plan: written }) => {
      // The windows are the programme's at this moment, whatever the caller holds them to be.
      const plan = plainPlan({ ...written, windows: windowsOf(written, await currentWindows(tx, programmeId)) });
      const issues = [...(await unknownParts(tx, programmeId, plan)), ...unfitParts(plan)];
      if (issues.length > 0) return fail("invalid", "input.invalid", { issues });
      const newest = await tx.analysisPlan.findFirst({ where: { programmeId }, orderBy: { version: "desc" } });
      const hash = canonicalHash(plan);
      if (newest?.contentHash === hash) {
        return ok({ subjectId: programmeId, detail: null, value: { version: newest.version, hash } });
      }
      // Two people saving at once: the second version number is taken, and the answer is `duplicate`.
      const version = (newest?.version ?? 0) + 1;
      await tx.analysisPlan.create({
        data: {
          programmeId,
          version,
          content: plan,
          contentHash: hash,
          savedById: scope.actorId,
          savedAt: context.now(),
        },
      });
      return ok({ subjectId: programmeId, detail: { version, hash }, value: { version, hash } });
    },
  );
}

/** Parts of a plan that name nothing in the programme. */
async function unknownParts(tx: Tx, programmeId: string, plan: AnalysisPlan): Promise<readonly Issue[]> {
  const programme = await tx.programme.findUnique({
    where: { id: programmeId },
    select: {
      timepoints: { where: { kind: { not: "baseline" } }, select: { code: true } },
      measures: { select: { code: true } },
      cohorts: { select: { name: true } },
    },
  });
  const outcomes = [
    { ...plan.primary, path: "plan.primary" },
    ...plan.secondary.map((one, at) => ({ ...one, path: `plan.secondary.${at}` })),
  ];
  const isKnown = (measure: string) =>
    measure.startsWith("measure/")
      ? programme?.measures.some(({ code }) => measure === `measure/${code}`)
      : findMeasure(measure) !== undefined;
  return [
    ...outcomes
      .filter(({ measure }) => !isKnown(measure))
      .map(({ path, measure }) => ({ path: `${path}.measure`, rule: "analysis-plan.no-such-measure", value: measure })),
    ...outcomes
      .filter(({ timepointCode }) => !programme?.timepoints.some(({ code }) => code === timepointCode))
      .map(({ path, timepointCode }) => ({
        path: `${path}.timepointCode`,
        rule: "analysis-plan.no-such-timepoint",
        value: timepointCode,
      })),
    ...(plan.comparisonCohort === null || programme?.cohorts.some(({ name }) => name === plan.comparisonCohort)
      ? []
      : [{ path: "plan.comparisonCohort", rule: "analysis-plan.no-such-cohort", value: plan.comparisonCohort }]),
    ...(plan.supportedCohorts ?? [])
      .filter((wanted) => !programme?.cohorts.some(({ name }) => name === wanted))
      .map((value) => ({ path: "plan.supportedCohorts", rule: "analysis-plan.no-such-cohort", value })),
  ];
}

/** What a plan says of a primary measure that is yes or no as if it had scores. Plans saved earlier may say it and stay readable. */
function unfitParts(plan: AnalysisPlan): readonly Issue[] {
  const { primary, model, importantDifference } = plan;
  return [
    ...(modelFits(plan) ? [] : [{ path: "plan.model", rule: "analysis-plan.model-for-scores", value: model }]),
    ...(isYesOrNoMeasure(primary.measure) && importantDifference !== null
      ? [{ path: "plan.importantDifference", rule: "analysis-plan.difference-of-scores" }]
      : []),
  ];
}
