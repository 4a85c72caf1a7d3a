import type { Answers } from "./answers";
import { compares } from "./applicability";
import type { Instrument, RiskItem } from "./instrument";
import type { LocalText } from "./local-text";

/** What a programme has agreed on: who acts when an answer reveals risk, how soon, and what is said first. */
export interface ResponsePath {
  readonly contact: string;
  readonly withinHours: number;
  readonly firstWords: string;
}

/** Answers that call for somebody to act, and what the programme has agreed to do about them. */
export interface RiskAlert {
  readonly items: readonly { readonly item: string; readonly number: string; readonly meaning: LocalText }[];
  /** Null only when the programme's record of it cannot be read. */
  readonly responsePath: ResponsePath | null;
}

/**
 * All that is needed to see whether answers call for somebody to act. Small enough to travel with an open form, so that
 * a device without a connection knows it too.
 */
export interface RiskWatch {
  readonly items: readonly (RiskItem & { readonly number: string })[];
  readonly responsePath: ResponsePath | null;
}

/** What to watch for in an instrument, in its own order; null when none of its questions can reveal risk. */
export function riskWatch(instrument: Instrument, responsePath: ResponsePath | null): RiskWatch | null {
  if (instrument.risks.length === 0) return null;
  const items = instrument.risks.map((risk) => ({
    ...risk,
    number: instrument.items.find(({ id }) => id === risk.item)?.number ?? risk.item,
  }));
  return { items, responsePath };
}

/** The alert these answers raise; null when there is none. A declined or skipped question raises none. */
export function alertFor(watch: RiskWatch | null, answers: Answers): RiskAlert | null {
  if (watch === null) return null;
  const items = watch.items
    .filter(({ item, when }) => {
      const answer = answers[item];
      return typeof answer === "number" && compares(answer, when.operator, when.answer);
    })
    .map(({ item, number, meaning }) => ({ item, number, meaning }));
  return items.length === 0 ? null : { items, responsePath: watch.responsePath };
}
