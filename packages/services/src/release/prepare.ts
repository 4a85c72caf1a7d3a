import type { ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { AnonymitySummary } from "@alongside/domain/release/anonymity-summary";
import type { ReleaseDestination } from "@alongside/domain/release/release";
import { writePackagePieces } from "@alongside/interchange/formats/data-package/write-package";
import { writeReleasePieces } from "@alongside/interchange/formats/release-rows/write-release-rows";
import type { Context } from "../context";
import { type ExportedScript, exportScript, type ScriptHead } from "../outcome/export-script";
import { exportSuppressionScript } from "../suppression/export-script";
import { dataPackage } from "./data-package";
import { loadScores } from "./load-scores";
import { numbered } from "./numbered";
import type { ReleaseOf, ScoresChoice } from "./release-of";
import { scoresTable } from "./scores-table";
import { tableHash } from "./table-hash";

/** What would leave, and what can be said of it. */
export interface Prepared extends Omit<ExportedScript, "text"> {
  readonly type: "csv" | "script" | "zip";
  /** The file, made as it is read and the same each time; of a package base64, each piece by itself. */
  readonly pieces: Iterable<string>;
}

/** What is to be known of a table of scores before it is asked for. */
export interface PreparedScores {
  readonly rows: number;
  readonly report: AnonymitySummary;
  /** People who are in the figures and not in the table, because they did not allow it. */
  readonly notExported: ShownCount;
  /** Whether the person may open everybody's records: then days of the calendar, and small sites by themselves, may stay. */
  readonly seesPeople: boolean;
}

/**
 * Makes the file as it would leave now. Nothing is handed out here, and nothing written down.
 * @param head what the release says, for the head of a script
 * @returns what the page of the same figures answers where it does not open or is held
 */
export async function prepareRelease(
  context: Context,
  programmeId: string,
  asked: { readonly of: ReleaseOf; readonly destination: ReleaseDestination },
  head: ScriptHead = [],
): Promise<Result<Prepared>> {
  const { of, destination } = asked;
  switch (of.what) {
    case "outcome-script":
      return asScript(await exportScript(context, { ...choiceOf(of), programmeId }, head));
    case "results-script":
      return asScript(await exportSuppressionScript(context, { ...choiceOf(of), programmeId }, head));
    case "data-package":
      return preparePackage(context, programmeId, { of, destination }, head);
    case "scores": {
      const built = await buildScores(context, programmeId, of, destination);
      if (!built.ok) return built;
      const { table, siteIds } = built.value;
      const key = context.randomBytes(32);
      return ok({
        ...{ type: "csv", fileName: `rows-${context.now().toISOString().slice(0, 10)}.csv`, siteIds },
        pieces: { [Symbol.iterator]: () => writeReleasePieces(table.columns, numbered(table, key)) },
        ...{ rows: table.size, contentHash: tableHash(table), report: table.report },
      });
    }
  }
}

/** The table of scores as a package for programs of statistics. */
async function preparePackage(
  context: Context,
  programmeId: string,
  {
    of,
    destination,
  }: { readonly of: Extract<ReleaseOf, { what: "data-package" }>; readonly destination: ReleaseDestination },
  head: ScriptHead,
): Promise<Result<Prepared>> {
  const built = await buildScores(context, programmeId, of, destination);
  if (!built.ok) return built;
  const { table, change, siteIds } = built.value;
  const contentHash = tableHash(table, of.language);
  const made = dataPackage(
    { ...{ change, table, contentHash, head, language: of.language }, madeAt: context.now() },
    context.randomBytes(32),
  );
  return ok({
    ...{ type: "zip", fileName: `data-${made.madeAt.slice(0, 10)}-${made.stamp.code}.zip`, siteIds, contentHash },
    pieces: { [Symbol.iterator]: () => inBase64(writePackagePieces(made)) },
    ...{ rows: table.size, report: table.report },
  });
}

/** Bytes as base64, each piece by itself and all together, which takes three bytes at a time. */
function* inBase64(pieces: Iterable<Uint8Array>): Generator<string> {
  let left = Buffer.alloc(0);
  for (const piece of pieces) {
    const all = Buffer.concat([left, piece]);
    const whole = all.length - (all.length % 3);
    if (whole > 0) yield all.toString("base64", 0, whole);
    left = Buffer.from(all.subarray(whole));
  }
  yield left.toString("base64");
}

/** The same without the file. */
export async function prepareScores(
  context: Context,
  programmeId: string,
  choice: ScoresChoice,
  destination: ReleaseDestination,
): Promise<Result<PreparedScores>> {
  const built = await buildScores(context, programmeId, choice, destination);
  if (!built.ok) return built;
  const { table, notExported, seesPeople } = built.value;
  return ok({ rows: table.size, report: table.report, notExported, seesPeople });
}

async function buildScores(
  context: Context,
  programmeId: string,
  choice: ScoresChoice,
  destination: ReleaseDestination,
) {
  const loaded = await loadScores(context, programmeId, choice);
  if (!loaded.ok) return loaded;
  const { siteIds, notExported, seesPeople } = loaded.value;
  if (choice.days === "calendar" && (destination === "outside" || !seesPeople)) {
    return fail("rule", "row-release.no-dates");
  }
  const { change } = loaded.value;
  return ok({ table: scoresTable(loaded.value, choice, destination), change, siteIds, notExported, seesPeople });
}

function asScript(exported: Result<ExportedScript>): Result<Prepared> {
  if (!exported.ok) return exported;
  const { text, ...rest } = exported.value;
  return ok({ ...rest, type: "script", pieces: [text] });
}

/** The choice without what it is a choice of. */
function choiceOf<T extends { readonly what: string }>({ what: _, ...choice }: T): Omit<T, "what"> {
  return choice;
}
