import type { LabKind } from "@alongside/domain/laboratory/kinds";
import type { Assay } from "@alongside/domain/viral-load/assay";
import { newestEditions } from "@alongside/domain/viral-load/assay-register";
import type { ResultUnit, Specimen, TestReason } from "@alongside/domain/viral-load/measurement";
import type { RejectionCode, TestFailureCode } from "@alongside/domain/viral-load/no-result-reasons";
import type { LaboratoryMapping } from "./mapping";
import { wordKey } from "./row-cells";
import { COMMON_KINDS, COMMON_SPECIMENS, COMMON_UNITS } from "./words.data";

type AssayName = Pick<Assay, "key" | "edition">;

/** What the words of a laboratory's file mean; undefined for a word that has no meaning yet. */
export interface WordMeanings {
  readonly kind: (word: string) => LabKind | undefined;
  readonly unit: (word: string) => ResultUnit | undefined;
  readonly specimen: (word: string) => Specimen | undefined;
  readonly assay: (word: string) => AssayName | undefined;
  readonly reason: (word: string) => TestReason | undefined;
  readonly rejection: (word: string) => RejectionCode | undefined;
  readonly failure: (word: string) => TestFailureCode | undefined;
  readonly site: (word: string) => string | undefined;
}

/** The mapping's own words, and below them the common ones. An assay is also known by its own name, where one only has it. */
export function wordMeanings(mapping: LaboratoryMapping, assays: readonly Assay[]): WordMeanings {
  return {
    kind: lookUp(mapping.kinds, Object.entries(COMMON_KINDS)),
    unit: lookUp(mapping.units, Object.entries(COMMON_UNITS)),
    specimen: lookUp(mapping.specimens, Object.entries(COMMON_SPECIMENS)),
    assay: lookUp(mapping.assays, namesOf(assays)),
    reason: lookUp(mapping.reasons, []),
    rejection: lookUp(mapping.rejections, []),
    failure: lookUp(mapping.failures, []),
    site: lookUp(mapping.sites, []),
  };
}

function lookUp<T>(
  own: readonly { readonly text: string; readonly means: T }[],
  common: readonly (readonly [string, T])[],
): (word: string) => T | undefined {
  const meanings = new Map(common.map(([word, means]) => [wordKey(word), means]));
  for (const { text, means } of own) meanings.set(wordKey(text), means);
  return (word) => meanings.get(wordKey(word));
}

function namesOf(assays: readonly Assay[]): readonly (readonly [string, AssayName])[] {
  const named = newestEditions(assays).flatMap(({ key, edition, name }) =>
    [...new Set([key, name.en, name.zh].map(wordKey))].map((word) => [word, { key, edition }] as const),
  );
  return named.filter(([word]) => named.filter(([other]) => other === word).length === 1);
}
