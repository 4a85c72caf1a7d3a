import { analyseBinary } from "@alongside/analysis/binary-change/analyse-binary";
import { analyseOutcome } from "@alongside/analysis/outcome/analyse-outcome";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { writeBinaryRScript } from "@alongside/interchange/formats/r-script/write-binary-r-script";
import { writeRScript } from "@alongside/interchange/formats/r-script/write-r-script";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { anonymityLines } from "../outcome-script/anonymity-lines";
import { binaryScriptInput } from "../outcome-script/binary-script-input";
import { findFinishedStrip } from "../outcome-script/finished-strip";
import { LONG_ROWS, scriptProvenance } from "../outcome-script/provenance";
import { scriptInput } from "../outcome-script/script-input";
import { parseInput } from "../parse-input";
import { type AdjustedFamily, adjustedFamily } from "./adjusted-test";
import { type LoadedOutcome, loadOutcomeRequest } from "./load-request";
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
  const date = context.now().toISOString().slice(0, 10);
  const family = await adjustedFamily(context, scope.value, loaded.value, parsed.value);
  const { text, rows } =
    request.description.yesOrNo === true
      ? binaryScript(context, loaded.value, family)
      : await scoreScript(context, scope.value, loaded.value, family);
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, {
    ...{ measure, timepointId, cohortId, rows },
  });
  return ok({ fileName: `outcome-${date}.R`, text });
}

interface WrittenScript {
  readonly text: string;
  /** People it rests on. */
  readonly rows: number;
}

async function scoreScript(
  context: Context,
  scope: Scope<"outcome.export-script">,
  loaded: LoadedOutcome,
  family: AdjustedFamily | null,
): Promise<WrittenScript> {
  const analysis = analyseOutcome(loaded.request);
  const finished = await findFinishedStrip(context, scope, loaded);
  const computedAt = context.now();
  const script = scriptInput(loaded.request, analysis, {
    finished,
    family,
    date: computedAt.toISOString().slice(0, 10),
    provenance: scriptProvenance(loaded, analysis, finished, computedAt),
  });
  const provenance = [...script.provenance, ...anonymityLines(script.people, loaded.change.table.threshold)];
  return { text: writeRScript({ ...script, provenance }), rows: script.people.length };
}

function binaryScript({ now }: Context, loaded: LoadedOutcome, family: AdjustedFamily | null): WrittenScript {
  const analysis = analyseBinary(loaded.request);
  const provenance = scriptProvenance(loaded, analysis, null, now()).filter(({ label }) => label !== LONG_ROWS);
  const script = binaryScriptInput(loaded.request, analysis, { family, provenance });
  return { text: writeBinaryRScript(script), rows: analysis.sets.completeCases };
}
