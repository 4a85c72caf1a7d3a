import { writeCsv } from "../csv/write";
import { type DataPackage, MISSING_REASONS, missingValue } from "./data-package";
import type { PackageTables, Table, Variable } from "./tables-of";

const REASONS = ["not-measured", "incomplete", "not-applicable", "missing"] as const;

/** Whether a variable can hold a code for a score that is missing. */
function hasCodes({ name }: Table, { measure }: Variable): boolean {
  return measure !== null && name !== "scores-long";
}

/** Everything of a variable that is to be known, as the codebooks tell it. */
export interface CodebookEntry {
  readonly table: string;
  readonly variable: string;
  readonly type: Variable["type"];
  readonly label: string;
  readonly unit: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly better: string | null;
  readonly instrument: string | null;
  readonly edition: string | null;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly missing: readonly { readonly value: number; readonly label: string }[];
}

/** The codebook as data: an entry for every variable of every table. */
export function codebookOf({ language }: DataPackage, { tables, lowest }: PackageTables): readonly CodebookEntry[] {
  return tables.flatMap((table) =>
    table.variables.map((variable) => ({
      ...{ table: table.name, variable: variable.name, type: variable.type, label: variable.label[language] },
      unit: variable.measure?.unit ?? null,
      minimum: variable.measure?.range?.minimum ?? null,
      maximum: variable.measure?.range?.maximum ?? null,
      better: variable.measure?.improvement ?? null,
      instrument: variable.measure?.instrument.label[language] ?? null,
      edition: variable.measure?.instrument.edition ?? null,
      values: variable.values.map(({ value, label }) => ({ value, label: label[language] })),
      missing: hasCodes(table, variable)
        ? REASONS.map((reason) => ({
            value: missingValue(reason, lowest),
            label: MISSING_REASONS[reason].label[language],
          }))
        : [],
    })),
  );
}

/** The same as CSV, a line a variable. */
export function writeCodebookCsv(entries: readonly CodebookEntry[]): string {
  const head = [
    ...["table", "variable", "type", "label", "unit", "minimum", "maximum", "better", "instrument", "edition"],
    ...["values", "missing"],
  ];
  const list = (values: readonly { readonly value: string | number; readonly label: string }[]) =>
    values.map(({ value, label }) => `${value} = ${label}`).join("; ");
  return writeCsv([
    head,
    ...entries.map((one) => [
      ...[one.table, one.variable, one.type, one.label, one.unit ?? "", String(one.minimum ?? "")],
      ...[String(one.maximum ?? ""), one.better ?? "", one.instrument ?? "", one.edition ?? ""],
      ...[list(one.values), list(one.missing)],
    ]),
  ]);
}
