import type { RuleWords } from "@/features/laboratory/rule-sentences";
import type { ImportRow } from "./laboratory-import-views";

/** Why a row stays out, or what is remarkable about one that comes in; empty where nothing is to be said. */
export function rowReason(
  row: Pick<ImportRow, "outcome" | "field" | "rule" | "values" | "checks">,
  rules: RuleWords,
  words: { readonly question: string; readonly conflict: string },
): string {
  switch (row.outcome) {
    case "question":
      return words.question;
    case "conflict":
      return row.rule === null ? words.conflict : broken(row.field, row.rule, row.values, rules);
    case "refused":
      return row.rule === null ? "" : broken(row.field, row.rule, row.values, rules);
    case "new":
    case "same":
    case "changed":
      return row.checks.map(rules.checkName).join(" ");
  }
}

function broken(field: string | null, rule: string, values: ImportRow["values"], rules: RuleWords): string {
  // Why a print is not understood has words of its own.
  const named = rule === "unparsed" ? `unparsed-${values.reason}` : rule;
  return field === null ? rules.rule(named, values) : rules.problem({ field, rule: named, values });
}
