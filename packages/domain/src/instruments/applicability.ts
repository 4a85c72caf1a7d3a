import type { Answers } from "./answers";
import type { Condition, ConditionOperator, EnableWhen } from "./item";

/** All that is needed of an instrument, or of its view, to say which of its questions are asked. */
export interface ConditionalItems {
  readonly items: readonly { readonly id: string; readonly enableWhen?: EnableWhen | null }[];
}

/** Compares an answer with a stated number. */
export function compares(answer: number, operator: ConditionOperator, stated: number): boolean {
  switch (operator) {
    case "=":
      return answer === stated;
    case "!=":
      return answer !== stated;
    case ">":
      return answer > stated;
    case "<":
      return answer < stated;
    case ">=":
      return answer >= stated;
    case "<=":
      return answer <= stated;
  }
}

/** True when the condition's item has a number for an answer and that number compares as stated. */
export function conditionHolds(condition: Condition, answers: Answers): boolean {
  const answer = answers[condition.item];
  return typeof answer === "number" && compares(answer, condition.operator, condition.answer);
}

/**
 * Ids of the items asked of a person with these answers. Definitions let a condition look only at earlier items, so one
 * pass in order settles it; an answer to an item that itself is not asked cannot switch another one on.
 */
export function applicableItems({ items }: ConditionalItems, answers: Answers): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const item of items) {
    if (item.enableWhen === undefined || item.enableWhen === null) {
      asked.add(item.id);
      continue;
    }
    const { behaviour, conditions } = item.enableWhen;
    const holds = (condition: Condition) => asked.has(condition.item) && conditionHolds(condition, answers);
    if (behaviour === "all" ? conditions.every(holds) : conditions.some(holds)) asked.add(item.id);
  }
  return asked;
}
