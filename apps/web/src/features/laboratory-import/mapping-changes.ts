import { LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import { RESULT_UNITS, SPECIMENS, TEST_REASONS } from "@alongside/domain/viral-load/measurement";
import { REJECTION_CODES, TEST_FAILURE_CODES } from "@alongside/domain/viral-load/no-result-reasons";
import type { Field, Findings, Mapping, Suggestion } from "./laboratory-import-views";

/** Without these nothing of a file can be stored. */
export const NEEDED_FIELDS = ["participant", "result", "collectedOn"] as const satisfies readonly Field[];
/** What a file may say besides. */
export const OTHER_FIELDS = [
  ...(["receivedOn", "testedOn", "returnedOn", "kind", "unit", "specimen", "assay", "reason"] as const),
  ...(["rejection", "failure", "site"] as const),
] as const satisfies readonly Field[];

/** Fields whose cells are words of the laboratory's own, and where the mapping keeps what they mean. */
export const WORD_LISTS = {
  kind: "kinds",
  unit: "units",
  specimen: "specimens",
  assay: "assays",
  reason: "reasons",
  rejection: "rejections",
  failure: "failures",
  site: "sites",
} as const;
export type WordField = keyof typeof WORD_LISTS;
export const WORD_FIELDS = Object.keys(WORD_LISTS) as readonly WordField[];

/** A mapping to begin with: the laboratory's, or what was found of its columns. */
export function draftOf(suggestion: Suggestion): Mapping {
  return suggestion.mapping ?? { ...EMPTY, columns: { ...EMPTY.columns, ...suggestion.columnsFound } };
}

const EMPTY: Mapping = {
  encoding: "auto",
  delimiter: "auto",
  sheet: null,
  columns: { participant: "", result: "", collectedOn: "" },
  dateFormat: "yyyy-mm-dd",
  decimalMark: "auto",
  constants: { kind: "viral-load", unit: null, specimen: null, assay: null, reason: "not-stated" },
  missing: ["NA", "N/A", ".", "-", "NULL"],
  kinds: [],
  units: [],
  specimens: [],
  assays: [],
  reasons: [],
  rejections: [],
  failures: [],
  sites: [],
  answers: [],
  corrects: false,
};

/** Which column holds a field; null: none. */
export function chooseColumn(mapping: Mapping, field: Field, column: string | null): Mapping {
  const { [field]: _, ...others } = mapping.columns;
  const columns = { participant: "", result: "", collectedOn: "", ...others };
  return { ...mapping, columns: column === null ? columns : { ...columns, [field]: column } };
}

/** Fields that are needed and have no column that the file has. */
export function fieldsToName(mapping: Mapping, columns: Suggestion["columns"]): readonly Field[] {
  const names = columns.map(({ name }) => name);
  const missing = (field: Field) => !names.includes(mapping.columns[field] ?? "");
  return [
    ...NEEDED_FIELDS.filter(missing),
    ...OTHER_FIELDS.filter((field) => mapping.columns[field] !== undefined && missing(field)),
  ];
}

/** Which fields a column holds. */
export function fieldsOf(mapping: Mapping, column: string): readonly Field[] {
  return [...NEEDED_FIELDS, ...OTHER_FIELDS].filter((field) => mapping.columns[field] === column);
}

/** An assay as the value of a list. */
export function assayId({ key, edition }: { readonly key: string; readonly edition: string }): string {
  return `${key} ${edition}`;
}

/** Words are the same whatever their capitals and the spaces around them. */
function wordKey(text: string): string {
  return text.trim().toLowerCase();
}

/** What a word means, as the value of a list; null: nobody has said. */
export function meaningOf(mapping: Mapping, field: WordField, text: string): string | null {
  const list: readonly { readonly text: string; readonly means: unknown }[] = mapping[WORD_LISTS[field]];
  const found = list.find((word) => wordKey(word.text) === wordKey(text));
  if (found === undefined) return null;
  return field === "assay" ? assayId(found.means as Mapping["assays"][number]["means"]) : String(found.means);
}

/** Says what a word means; null takes it back. What is not one of the possible meanings is none. */
export function sayMeaning(
  mapping: Mapping,
  field: WordField,
  text: string,
  value: string | null,
  offered: Pick<Suggestion, "assays" | "sites">,
): Mapping {
  const means = <T extends string>(all: readonly T[]) => all.find((one) => one === value) ?? null;
  switch (field) {
    case "kind":
      return { ...mapping, kinds: withWord(mapping.kinds, text, means(LAB_KINDS)) };
    case "unit":
      return { ...mapping, units: withWord(mapping.units, text, means(RESULT_UNITS)) };
    case "specimen":
      return { ...mapping, specimens: withWord(mapping.specimens, text, means(SPECIMENS)) };
    case "reason":
      return { ...mapping, reasons: withWord(mapping.reasons, text, means(TEST_REASONS)) };
    case "rejection":
      return { ...mapping, rejections: withWord(mapping.rejections, text, means(REJECTION_CODES)) };
    case "failure":
      return { ...mapping, failures: withWord(mapping.failures, text, means(TEST_FAILURE_CODES)) };
    case "site":
      return { ...mapping, sites: withWord(mapping.sites, text, means(offered.sites.map(({ id }) => id))) };
    case "assay":
      return { ...mapping, assays: withWord(mapping.assays, text, findAssayRef(offered.assays, value)) };
  }
}

/** The assay a value of a list stands for, in the form a mapping keeps. */
export function findAssayRef(
  assays: Suggestion["assays"],
  value: string | null,
): { readonly key: string; readonly edition: string } | null {
  const found = assays.find((assay) => assayId(assay) === value);
  return found === undefined ? null : { key: found.key, edition: found.edition };
}

function withWord<Means>(
  list: readonly { text: string; means: Means }[],
  text: string,
  means: Means | null,
): { text: string; means: Means }[] {
  const others = list.filter((word) => wordKey(word.text) !== wordKey(text));
  return means === null ? others : [...others, { text: text.trim(), means }];
}

/** Words of a field that stand in the file or are known already, each once: those nobody has explained come first. */
export function wordsOf(
  mapping: Mapping,
  field: WordField,
  columns: Suggestion["columns"],
  findings: Pick<Findings, "unknownWords"> | null,
): readonly string[] {
  const column = columns.find(({ name }) => name === mapping.columns[field]);
  if (column === undefined) return [];
  const unknown = (findings?.unknownWords ?? []).filter((word) => word.field === field).map(({ text }) => text);
  const known = mapping[WORD_LISTS[field]].map(({ text }) => text);
  const missing = mapping.missing.map(wordKey);
  const seen = new Set<string>();
  return [...unknown, ...column.samples, ...known].filter((text) => {
    const key = wordKey(text);
    if (key === "" || missing.includes(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
