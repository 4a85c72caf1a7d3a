import type { Issue } from "../failure/failure";
import { isNonAnswer } from "./answers";
import type { Instrument } from "./instrument";
import type { Item, NumberResponse } from "./item";

const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function issue(item: string, rule: string, value: unknown, params?: Issue["params"]): Issue {
  return { path: `answers.${item}`, rule, value: shown(value), ...(params === undefined ? {} : { params }) };
}

/** True when the value lies on the response's grid; the tolerance allows for decimal steps such as 0.1. */
export function liesOnStep(value: number, { minimum, step }: Pick<NumberResponse, "minimum" | "step">): boolean {
  if (step === undefined) return true;
  const steps = (value - minimum) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}

function checkNumber(item: string, response: NumberResponse, value: number): Issue | null {
  const { minimum, maximum } = response;
  if (value < minimum || value > maximum) return issue(item, "answer.out-of-range", value, { minimum, maximum });
  if (response.integer && !Number.isInteger(value)) return issue(item, "answer.not-whole", value);
  if (!liesOnStep(value, response)) return issue(item, "answer.off-step", value, { step: response.step ?? 1, minimum });
  return null;
}

function checkAnswer(instrument: Instrument, item: Item, value: unknown): Issue | null {
  if (value === undefined || isNonAnswer(value)) return null;
  if (typeof value !== "number" || !Number.isFinite(value)) return issue(item.id, "answer.not-a-number", value);
  if (item.response.kind === "number") return checkNumber(item.id, item.response, value);
  const codes = (instrument.responseSets[item.response.set]?.options ?? []).map(({ code }) => code);
  return codes.includes(value) ? null : issue(item.id, "answer.unknown-code", value, { allowed: codes.join(", ") });
}

/**
 * Checks what came in as an answer sheet against the instrument: an object of item id to response code, number,
 * "skipped" or "declined". Returns one issue per wrong entry, naming item, value and rule; empty when all is well. No
 * library behind it, so that forms can use it in the browser; `answerSheetSchema` gives the same verdict through zod.
 */
export function checkAnswers(instrument: Instrument, answers: unknown): readonly Issue[] {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    return [{ path: "answers", rule: "answers.not-a-sheet", value: shown(answers) }];
  }
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const issues: Issue[] = [];
  for (const [id, value] of Object.entries(answers)) {
    const item = items.get(id);
    const found =
      item === undefined ? issue(shown(id), "answer.unknown-item", value) : checkAnswer(instrument, item, value);
    if (found !== null) issues.push(found);
  }
  return issues;
}
