import { suppression } from "@alongside/analysis/suppression/suppression";
import { timeToSuppression } from "@alongside/analysis/time-to-suppression/time-to-suppression";
import type { ViralLoadChange } from "@alongside/analysis/viral-load-change/viral-load-change";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { writeRResults } from "@alongside/interchange/formats/r-results/write-r-results";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { canonicalHash } from "../canonical-hash";
import { STATE_COLUMNS, stateOf } from "../computation/stored-computation";
import type { Context } from "../context";
import type { ExportedScript, ScriptHead } from "../outcome/export-script";
import { notExportedText } from "../outcome-script/provenance";
import { parseInput } from "../parse-input";
import { summariseResults } from "../release/summarise-results";
import { changeInput } from "./change-input";
import { suppressionInput } from "./input";
import { type LoadedRequest, loadSuppressionRequest } from "./load-request";
import { scriptShifts } from "./script-shifts";
import { scriptTimes } from "./script-times";
import { mixedInScript, scriptValues } from "./script-values";

/**
 * A script for R that computes figures of the page of results again, with the rows it needs: people are numbers of rows. The
 * change on the logarithmic scale is in it once it has been computed. Handed out only under a release, which leaves the trace.
 * @param head what the release says: what for and where to
 * @returns `not-found` for what is not the person's; `suppression.no-waves`, `suppression.no-cohorts` without a plan to go by
 */
export async function exportSuppressionScript(
  context: Context,
  input: z.input<typeof suppressionInput>,
  head: ScriptHead = [],
): Promise<Result<ExportedScript>> {
  const parsed = parseInput(suppressionInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "suppression.export", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const found = await loadSuppressionRequest(context, scope.value, parsed.value);
  if (!found.ok) return found;
  const request = found.value;
  const { programme, loaded, cohort, comparedWith, wave, rules, notExported, enrolled } = request;
  const { threshold } = programme;
  const asked = { data: loaded.data, cohortId: cohort.id, comparedWith: comparedWith?.id ?? null, threshold };
  const told = { ...asked, enrolled };
  const design = comparedWith === null ? "single-group" : "cohorts";
  const timed = { ...told, rule: rules[0] };
  const confirmed = parsed.value.confirmed ?? false;
  const shifts = scriptShifts(request, suppression({ ...told, wave, rules, design }));
  const times = scriptTimes(request, [
    timeToSuppression({ ...timed, event: "suppression", confirmed: false }),
    timeToSuppression({ ...timed, event: "rebound", confirmed }),
  ]);
  const change = await findChange(context, scope.value, request);
  const values = scriptValues(request, change);
  const computedAt = context.now();
  const rows = shifts.rows.length + values.rows.length + times.rows.length;
  const { report, lines } = summariseResults(
    { shifts: shifts.rows, values: values.rows, times: times.rows },
    threshold,
  );
  const contentHash = canonicalHash({ rules, ...asked, wave, confirmed });
  const text = writeRResults({
    provenance: [
      ...head,
      ...lines,
      { label: "Computed at", value: computedAt.toISOString() },
      { label: "Rows and settings, SHA-256", value: contentHash },
      ...rules.map(({ id, validFrom }, at) => ({ label: `Rule ${at + 1}`, value: `${id} of ${validFrom}` })),
      ...(notExported.kind === "exact" && notExported.n === 0
        ? []
        : [{ label: "Left out: no consent to an export", value: notExportedText(notExported) }]),
      { label: "Times from", value: loaded.waveRule },
      {
        label: "Rebound",
        value: confirmed ? "the first of two unsuppressed results in a row" : "one unsuppressed result",
      },
      {
        label: "Single results",
        value: request.seesSingleResults
          ? "as far as the page shows their figures"
          : "left out, with the figures that need them: the change of the logarithms and the curves",
      },
      {
        label: "Change of the logarithms",
        value: change === null ? "had not been computed; open the page and download again" : "as stored",
      },
      {
        label: "The same with a level of every person's own (random-intercept Tobit)",
        value: mixedInScript(request, change),
      },
    ],
    shifts: shifts.rows,
    values: values.rows,
    times: times.rows,
    figures: [...shifts.figures, ...values.figures, ...times.figures],
  });
  const fileName = `results-${computedAt.toISOString().slice(0, 10)}.R`;
  return ok({ fileName, text, rows, contentHash, report, siteIds: request.siteIds });
}

/** The change that takes seconds, where it has been computed on these very data. */
async function findChange(
  { now }: Context,
  { db, programmeId }: Scope<"suppression.export">,
  request: LoadedRequest,
): Promise<ViralLoadChange | null> {
  const { hash } = changeInput(request);
  const row = await db.computation.findUnique({
    where: { programmeId_kind_inputHash: { programmeId, kind: "results-change", inputHash: hash } },
    select: STATE_COLUMNS,
  });
  const state = row && stateOf<ViralLoadChange>(row, now());
  return state?.kind === "done" ? state.result : null;
}
