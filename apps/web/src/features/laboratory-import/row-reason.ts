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
      return row.rule === null ? words.conflict : rules.rule(row.rule, row.values);
    case "refused": {
      const { field, rule, values } = row;
      if (rule === null) return "";
      // Why a print is not understood has words of its own.
      if (rule === "unparsed")
        return rules.problem({ field: field ?? "result", rule: `unparsed-${values.reason}`, values });
      return field === null ? rules.rule(rule, values) : rules.problem({ field, rule, values });
    }
    case "new":
    case "same":
    case "changed":
      return row.checks.map(rules.checkName).join(" ");
  }
}
