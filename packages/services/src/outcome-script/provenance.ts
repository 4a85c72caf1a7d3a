import type { BinaryAnalysis } from "@alongside/analysis/binary-change/analyse-binary";
import { boundsOf, type ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import type { OutcomeAnalysis } from "@alongside/analysis/outcome/analyse-outcome";
import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import type { RScriptInput } from "@alongside/interchange/formats/r-script/r-script-input";
import { canonicalHash } from "../canonical-hash";
import type { SnapshotShown } from "../change/load";
import type { LoadedOutcome } from "../outcome/load-request";
import type { FinishedStrip } from "./script-input";

/** What the line about rows that take long is called; yes-or-no outcomes have none. */
export const LONG_ROWS = "Bootstrap and imputation";

/** What the figures came from, for the head of the script. It says nothing about what the measure is of. */
export function scriptProvenance(
  { request, standing, notExported, change }: Pick<LoadedOutcome, "request" | "standing" | "notExported" | "change">,
  analysis: OutcomeAnalysis | BinaryAnalysis,
  finished: FinishedStrip | null,
  computedAt: Date,
): RScriptInput["provenance"] {
  const plan = standing.kind === "exploratory" ? null : standing.plan;
  return [
    { label: "Computed at", value: computedAt.toISOString() },
    ...snapshotLine(change.snapshot),
    { label: "Rows and settings, SHA-256", value: canonicalHash(request) },
    ...(notExported.kind === "exact" && notExported.n === 0
      ? []
      : [{ label: "Left out: no consent to an export", value: notExportedText(notExported) }]),
    { label: "Standing", value: standing.kind === "exploratory" ? `exploratory (${standing.why})` : standing.kind },
    ...(plan === null
      ? []
      : [{ label: "Plan", value: `version ${plan.version} of ${plan.savedAt.toISOString()}, SHA-256 ${plan.hash}` }]),
    ...analysis.findings.map(({ id, planned, estimand, claim }) => ({
      label: planned ? "Finding, as planned" : "Finding",
      value: `${id}, ${estimand.summary} of ${estimand.population}; claim level ${claim.level}, ${claim.wording}`,
    })),
    {
      label: LONG_ROWS,
      value: finished
        ? `seed ${finished.strip.bootstrap.seed.join(" ")}`
        : "had not been computed; have them computed on the page and download again",
    },
    { label: "Programs and their versions", value: programsOf(analysis).join(", ") },
  ];
}

/** Which data set was frozen for it. */
function snapshotLine(snapshot: SnapshotShown | null): RScriptInput["provenance"] {
  if (snapshot === null) return [];
  const { id, contentHash, takenAt } = snapshot;
  const value = `${snapshotCode(contentHash)} (${id}) of ${takenAt.toISOString()}, SHA-256 ${contentHash}`;
  return [{ label: "Snapshot", value }];
}

/** How many people are left out, as far as a small number may be told. */
export function notExportedText(count: ShownCount): string {
  const { low, high } = boundsOf(count);
  return low === high ? `${low} people` : `${low} to ${high} people`;
}

/** Every program that made a figure, with its version, in order of name. */
function programsOf(value: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (inner: unknown): void => {
    if (typeof inner !== "object" || inner === null) return;
    const [statistic, version] = [Reflect.get(inner, "statistic"), Reflect.get(inner, "version")];
    if (typeof statistic === "string" && typeof version === "number") found.add(`${statistic} ${version}`);
    for (const one of Object.values(inner)) look(one);
  };
  look(value);
  return [...found].toSorted();
}
