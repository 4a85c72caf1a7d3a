import { analyseBinary } from "@alongside/analysis/binary-change/analyse-binary";
import { analyseOutcome } from "@alongside/analysis/outcome/analyse-outcome";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { AnonymitySummary } from "@alongside/domain/release/anonymity-summary";
import type { RScriptInput } from "@alongside/interchange/formats/r-script/r-script-input";
import { writeBinaryRScript } from "@alongside/interchange/formats/r-script/write-binary-r-script";
import { writeRScript } from "@alongside/interchange/formats/r-script/write-r-script";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { anonymityLines, countLines } from "../outcome-script/anonymity-lines";
import { binaryScriptInput } from "../outcome-script/binary-script-input";
import { findFinishedStrip } from "../outcome-script/finished-strip";
import { LONG_ROWS, scriptProvenance } from "../outcome-script/provenance";
import { scriptInput } from "../outcome-script/script-input";
import { parseInput } from "../parse-input";
import { summariseCounts, summarisePeople } from "../release/summarise";
import { type AdjustedFamily, adjustedFamily } from "./adjusted-test";
import { type LoadedOutcome, loadOutcomeRequest } from "./load-request";
import { outcomeInput } from "./outcome-input";

export interface ExportedScript {
  /** Says nothing about what the programme or the measure is for. */
  readonly fileName: string;
  readonly text: string;
  /** People it rests on. */
  readonly rows: number;
  /** By what the same rows and settings are recognised. */
  readonly contentHash: string;
  readonly report: AnonymitySummary;
  /** Sites whose people it rests on; empty for the whole programme. */
  readonly siteIds: readonly string[];
}

/** Lines that stand in the head of a script before all others. */
export type ScriptHead = RScriptInput["provenance"];

/**
 * A script for R that computes every figure of an outcome's page again, with the rows it needs: people are numbers of rows.
 * Comments are English, as R is. Handed out only under a release, which also leaves the trace.
 * @param head what the release says: what for and where to
 * @returns `not-found` for what is not in the person's table; `outcome.too-few` where too few people stand behind it
 */
export async function exportScript(
  context: Context,
  input: z.input<typeof outcomeInput>,
  head: ScriptHead = [],
): Promise<Result<ExportedScript>> {
  const parsed = parseInput(outcomeInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "outcome.export-script", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const loaded = await loadOutcomeRequest(context, scope.value, parsed.value);
  if (!loaded.ok) return loaded;
  const { request, siteIds } = loaded.value;
  const date = context.now().toISOString().slice(0, 10);
  const family = await adjustedFamily(context, scope.value, loaded.value, parsed.value);
  const written =
    request.description.yesOrNo === true
      ? binaryScript(context, loaded.value, family, head)
      : await scoreScript(context, scope.value, loaded.value, family, head);
  return ok({ ...written, fileName: `outcome-${date}.R`, contentHash: canonicalHash(request), siteIds });
}

type WrittenScript = Pick<ExportedScript, "text" | "rows" | "report">;

async function scoreScript(
  context: Context,
  scope: Scope<"outcome.export-script">,
  loaded: LoadedOutcome,
  family: AdjustedFamily | null,
  head: ScriptHead,
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
  const { threshold } = loaded.change.table;
  const report = summarisePeople(script.people, loaded.request.data.people, threshold);
  const provenance = [...head, ...script.provenance, ...anonymityLines(script.people, threshold, report)];
  return { text: writeRScript({ ...script, provenance }), rows: script.people.length, report };
}

function binaryScript(
  { now }: Context,
  loaded: LoadedOutcome,
  family: AdjustedFamily | null,
  head: ScriptHead,
): WrittenScript {
  const analysis = analyseBinary(loaded.request);
  const provenance = scriptProvenance(loaded, analysis, null, now()).filter(({ label }) => label !== LONG_ROWS);
  const script = binaryScriptInput(loaded.request, analysis, { family, provenance });
  const report = summariseCounts(script.answers, loaded.change.table.threshold);
  const text = writeBinaryRScript({ ...script, provenance: [...head, ...provenance, ...countLines(report)] });
  return { text, rows: analysis.sets.completeCases, report };
}
