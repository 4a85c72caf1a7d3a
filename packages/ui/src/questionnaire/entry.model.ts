import type { Answer } from "@alongside/domain/instruments/answers";
import { liesOnStep } from "@alongside/domain/instruments/check-answers";
import type { ResponseView } from "@alongside/domain/instruments/questionnaire-view";

type NumberView = Extract<ResponseView, { kind: "number" }>;

/** Why something typed is not an answer. */
export type EntryProblem =
  | { readonly kind: "unknown-code"; readonly typed: string; readonly allowed: readonly number[] }
  | { readonly kind: "not-a-number"; readonly typed: string }
  | { readonly kind: "out-of-range"; readonly typed: string; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "not-whole"; readonly typed: string }
  | { readonly kind: "off-step"; readonly typed: string; readonly step: number; readonly minimum: number };

/**
 * What a text in an answer box means. `answer`: it is one, and nothing longer could be, so the next box may follow.
 * `perhaps`: it may be whole or go on, and becomes an answer when the box is left. `empty`: no answer.
 */
export type Entry =
  | { readonly kind: "empty" }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "perhaps"; readonly answer: Answer | null; readonly problem: EntryProblem | null }
  | { readonly kind: "refused"; readonly problem: EntryProblem };

const SKIPPED = new Set(["s", "-", "–", "—", "－"]);
const DECLINED = new Set(["d"]);

/** Full-width digits and signs, as an input method may type them, become plain ones. */
function plain(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

/** Reads what was typed into the box of a question, by the responses the question allows. */
export function readEntry(text: string, response: ResponseView): Entry {
  const typed = plain(text);
  if (typed === "") return { kind: "empty" };
  // A minus may begin a number where negative numbers are allowed; there only the letter means skipped.
  const negative = response.kind === "number" ? response.minimum < 0 : response.options.some(({ code }) => code < 0);
  if (SKIPPED.has(typed) && !(negative && typed !== "s")) return { kind: "answer", answer: "skipped" };
  if (DECLINED.has(typed)) return { kind: "answer", answer: "declined" };
  return response.kind === "choice"
    ? readCode(
        typed,
        response.options.map(({ code }) => code),
      )
    : readQuantity(typed, response);
}

function readCode(typed: string, allowed: readonly number[]): Entry {
  const texts = allowed.map(String);
  const longer = texts.some((text) => text !== typed && text.startsWith(typed));
  const index = texts.indexOf(typed);
  const exact = allowed[index];
  const problem: EntryProblem = { kind: "unknown-code", typed, allowed };
  if (longer) return { kind: "perhaps", answer: exact ?? null, problem: exact === undefined ? problem : null };
  return exact === undefined ? { kind: "refused", problem } : { kind: "answer", answer: exact };
}

function readQuantity(typed: string, response: NumberView): Entry {
  if (!/^[+-]?\d*([.,]\d*)?$/.test(typed)) return { kind: "refused", problem: { kind: "not-a-number", typed } };
  const problem = quantityProblem(typed, response);
  if (problem !== null) return { kind: "perhaps", answer: null, problem };
  const answer = Number(typed.replace(",", "."));
  // Whole numbers up to 9 in one digit go on by themselves, as codes do; anything longer waits for the key that moves.
  const short = response.integer && response.minimum >= 0 && response.maximum <= 9;
  return short ? { kind: "answer", answer } : { kind: "perhaps", answer, problem: null };
}

function quantityProblem(typed: string, response: NumberView): EntryProblem | null {
  const { minimum, maximum, integer, step } = response;
  const value = Number(typed.replace(",", "."));
  if (!/\d/.test(typed) || !Number.isFinite(value)) return { kind: "not-a-number", typed };
  if (value < minimum || value > maximum) return { kind: "out-of-range", typed, minimum, maximum };
  if (integer && !Number.isInteger(value)) return { kind: "not-whole", typed };
  if (step !== null && !liesOnStep(value, { minimum, step })) return { kind: "off-step", typed, step, minimum };
  return null;
}

/** The text that stands for an answer in its box. */
export function entryText(answer: Answer | undefined): string {
  switch (answer) {
    case undefined:
      return "";
    case "skipped":
      return "s";
    case "declined":
      return "d";
    default:
      return String(answer);
  }
}

/** The possible answers in a few signs: "0–3", "1, 2, 9", "0–100". */
export function allowedText(response: ResponseView): string {
  if (response.kind === "number") return `${response.minimum}–${response.maximum}`;
  const codes = response.options.map(({ code }) => code);
  const consecutive = codes.every((code, index) => index === 0 || code === (codes[index - 1] ?? 0) + 1);
  return consecutive && codes.length > 2 ? `${codes[0]}–${codes.at(-1)}` : codes.join(", ");
}
