import { analyseOutcome } from "@alongside/analysis/outcome/analyse-outcome";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { writeRScript } from "@alongside/interchange/formats/r-script/write-r-script";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { findFinishedStrip } from "../outcome-script/finished-strip";
import { scriptProvenance } from "../outcome-script/provenance";
import { scriptInput } from "../outcome-script/script-input";
import { parseInput } from "../parse-input";
import { adjustedFamily } from "./adjusted-test";
import { loadOutcomeRequest } from "./load-request";
import { outcomeInput } from "./outcome-input";

export interface ExportedScript {
  /** Says nothing about what the programme or the measure is for. */
  readonly fileName: string;
  readonly text: string;
}

/**
 * A script for R that computes every figure of an outcome's page again, with the rows it needs: people are numbers of rows.
 * Comments are English, as R is. Leaves a trace.
 * @returns `not-found` for what is not in the person's table; `outcome.too-few` where too few people stand behind it
 */
export async function exportScript(
  context: Context,
  input: z.input<typeof outcomeInput>,
): Promise<Result<ExportedScript>> {
  const parsed = parseInput(outcomeInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "outcome.export-script", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const loaded = await loadOutcomeRequest(context, scope.value, parsed.value);
  if (!loaded.ok) return loaded;
  const { request } = loaded.value;
  const { measure, timepointId, cohortId } = parsed.value;
  const analysis = analyseOutcome(request);
  const finished = await findFinishedStrip(context, scope.value, loaded.value);
  const computedAt = context.now();
  const date = computedAt.toISOString().slice(0, 10);
  const script = scriptInput(request, analysis, {
    finished,
    family: await adjustedFamily(context, scope.value, loaded.value, parsed.value),
    date,
    provenance: scriptProvenance(loaded.value, analysis, finished, computedAt),
  });
  const rows = script.people.length;
  await writeAuditEvent(context.db, context, scope.value, scope.value.programmeId, {
    ...{ measure, timepointId, cohortId, rows },
  });
  return ok({ fileName: `outcome-${date}.R`, text: writeRScript(script) });
}
