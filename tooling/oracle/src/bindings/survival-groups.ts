import { type ModelFrame, toLabels } from "../dialect/model-frame";

/** Rows by the combinations of a formula's variables that occur, in R's order: the first variable varies slowest. */
export interface RowGroups {
  /** "sex=1", "sex=1, ecog=0", ... */
  readonly names: readonly string[];
  /** Per row, the position of its group. */
  readonly codes: readonly number[];
}

export function groupsOf(frame: ModelFrame): RowGroups | undefined {
  const labels = [...new Set(frame.formula.terms.flat())];
  if (labels.length === 0) return undefined;
  const parts = labels.flatMap((label) => {
    const value = frame.values.get(label);
    return value === undefined ? [] : [{ label, ...toLabels(value) }];
  });
  let names = [""];
  for (const { label, levels } of parts) {
    names = names.flatMap((before) => levels.map((level) => `${before}${before === "" ? "" : ", "}${label}=${level}`));
  }
  const own = frame.rows.map((_, row) => parts.map(({ label, labels: of }) => `${label}=${of[row] ?? ""}`).join(", "));
  const present = names.filter((name) => own.includes(name));
  return { names: present, codes: own.map((name) => present.indexOf(name)) };
}

/** Whole numbers for whatever tells people or strata apart. */
export function codesOf(values: readonly unknown[]): readonly number[] {
  const seen = new Map<unknown, number>();
  return values.map((value) => {
    const code = seen.get(value) ?? seen.size;
    seen.set(value, code);
    return code;
  });
}
