import { type Answer, type Answers, isNonAnswer } from "@alongside/domain/instruments/answers";
import { applicableItems } from "@alongside/domain/instruments/applicability";
import type { ItemView, QuestionnaireView, SectionView } from "@alongside/domain/instruments/questionnaire-view";

/** Where somebody is in a questionnaire: at an item, by its id, or at the list of all answers. */
export type Place = string;
export const REVIEW: Place = "@review";

/** A question with the section it stands in. */
export interface FlowItem {
  readonly item: ItemView;
  readonly section: SectionView;
}

/** Every question in order, asked or not. */
export function allItems(view: QuestionnaireView): readonly FlowItem[] {
  return view.sections.flatMap((section) => section.items.map((item) => ({ item, section })));
}

/** The questions that are asked of somebody with these answers, in order. */
export function askedItems(view: QuestionnaireView, answers: Answers): readonly FlowItem[] {
  const items = allItems(view);
  const asked = applicableItems({ items: items.map(({ item }) => item) }, answers);
  return items.filter(({ item }) => asked.has(item.id));
}

/** What counts at the foot of a page and before sending. `open` are asked, and neither answered nor passed over. */
export interface Tally {
  readonly asked: number;
  readonly answered: number;
  readonly skipped: number;
  readonly declined: number;
  readonly open: readonly FlowItem[];
}

/** Counts the questions asked by what became of them. */
export function tally(view: QuestionnaireView, answers: Answers): Tally {
  const asked = askedItems(view, answers);
  const having = (test: (answer: Answer | undefined) => boolean) => asked.filter(({ item }) => test(answers[item.id]));
  return {
    asked: asked.length,
    answered: having((answer) => typeof answer === "number").length,
    skipped: having((answer) => answer === "skipped").length,
    declined: having((answer) => answer === "declined").length,
    open: having((answer) => answer === undefined),
  };
}

/** The answers of questions that are asked. One given before its filter question was changed stays behind. */
export function answersToSend(view: QuestionnaireView, answers: Answers): Record<string, Answer> {
  const sent: Record<string, Answer> = {};
  for (const { item } of askedItems(view, answers)) {
    const answer = answers[item.id];
    if (answer !== undefined) sent[item.id] = answer;
  }
  return sent;
}

/** The place after (+1) or before (-1) one; the list of all answers comes after the last question. */
export function neighbour(view: QuestionnaireView, answers: Answers, place: Place, step: 1 | -1): Place {
  const asked = askedItems(view, answers).map(({ item }) => item.id);
  if (place === REVIEW) return step === 1 ? REVIEW : (asked.at(-1) ?? REVIEW);
  const index = asked.indexOf(place);
  if (index + step < 0) return place;
  return asked[index + step] ?? REVIEW;
}

/** The question shown at a place: itself where it is asked, else the first one after it that is. */
export function itemAt(view: QuestionnaireView, answers: Answers, place: Place | null): FlowItem | null {
  if (place === REVIEW) return null;
  const asked = askedItems(view, answers);
  if (place === null) return asked[0] ?? null;
  const here = asked.find(({ item }) => item.id === place);
  if (here !== undefined) return here;
  const order = allItems(view).map(({ item }) => item.id);
  return asked.find(({ item }) => order.indexOf(item.id) > order.indexOf(place)) ?? null;
}

/** An answer as a person reads it: the option's words, or its code or number. Null for one that is missing. */
export function answerText(item: ItemView, answer: Answer | undefined): string | null {
  if (answer === undefined || isNonAnswer(answer)) return null;
  if (item.response.kind === "number") {
    return item.response.unit === null ? String(answer) : `${answer} ${item.response.unit}`;
  }
  const option = item.response.options.find(({ code }) => code === answer);
  return option?.label ?? String(answer);
}
