import type { AnonymitySummary } from "@alongside/domain/release/anonymity-summary";
import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import type {
  DataPackage,
  PackageLanguage,
  PackageMeasure,
} from "@alongside/interchange/formats/data-package/data-package";
import type { LoadedChange } from "../change/load";
import type { ScriptHead } from "../outcome/export-script";
import { numbered } from "./numbered";
import type { ScoresTable } from "./scores-table";

/** What a package is made of. */
export interface PackageParts {
  readonly change: LoadedChange;
  readonly table: ScoresTable;
  readonly contentHash: string;
  /** What the release says: what for and where to. */
  readonly head: ScriptHead;
  readonly language: PackageLanguage;
  readonly madeAt: Date;
}

/**
 * The lines of a release with everything that names and explains them. Every measure of the Change page has its column, also
 * where nobody may see a score of it: that it is empty tells of nobody.
 * @param key by which people and sites are numbered; nobody keeps it
 */
export function dataPackage(parts: PackageParts, key: Uint8Array): DataPackage {
  const { change, table, contentHash, head, language, madeAt } = parts;
  const { snapshot } = change;
  const hash = snapshot?.contentHash ?? contentHash;
  const label = change.dataLabel === null ? [] : [{ label: "Data", value: change.dataLabel }];
  return {
    stamp: { code: snapshotCode(hash), hash, isSnapshot: snapshot !== null },
    ...{ madeAt: madeAt.toISOString(), language, columns: table.columns, lines: numbered(table, key) },
    measures: measuresOf(change),
    timepoints: change.table.timepoints.map(({ code, label: words }) => ({ code, label: words })),
    terms: [...label, ...head, ...anonymityTerms(table.report)],
  };
}

function measuresOf({ table, sources }: LoadedChange): readonly PackageMeasure[] {
  return table.domains
    .flatMap(({ measures }) => measures)
    .filter(({ description }) => description.yesOrNo !== true)
    .map(({ description: { measure, label, range, improvement } }) => {
      const source = sources[measure];
      const code = source?.instrument ? measure.replace(/\/.*/, "") : "imported";
      const instrument = source?.instrument ?? { en: "Imported measures", zh: "导入的指标" };
      return {
        ...{ measure, label, range, improvement, unit: source?.unit ?? "" },
        instrument: { code, label: instrument, edition: source?.edition ?? "" },
      };
    });
}

/** How alike the people are, as the page said it before the package was asked for. */
function anonymityTerms({ threshold, people, levels, fewestDifferent, leftOut }: AnonymitySummary): ScriptHead {
  return [
    { label: "Fewest people told", value: String(threshold) },
    ...(people === null ? [] : [{ label: "People", value: String(people) }]),
    ...levels.map(({ known, smallest, alone }) => ({
      label: "k-anonymity",
      value:
        known.length === 0
          ? `nothing that others may know tells them apart: one group of ${smallest}`
          : `alike in ${known.join(", ")}: smallest group ${smallest}, ${Math.round(100 * alone)} % alone`,
    })),
    {
      label: "Different scores at one time in the smallest groups, at least",
      value: String(fewestDifferent ?? "none"),
    },
    ...(leftOut.length === 0 ? [] : [{ label: "Left out or made coarser", value: leftOut.join(", ") }]),
  ];
}
