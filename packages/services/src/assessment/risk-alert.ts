import type { Answers } from "@alongside/domain/instruments/answers";
import type { Instrument } from "@alongside/domain/instruments/instrument";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import { revealedRisks } from "@alongside/domain/instruments/revealed-risks";
import { type ResponsePath, responsePathFields } from "../instrument/response-path";

/** Answers that call for somebody to act, and what the programme has agreed to do about them. */
export interface RiskAlert {
  readonly items: readonly { readonly item: string; readonly number: string; readonly meaning: LocalText }[];
  /** Null only when the programme's record of it cannot be read. */
  readonly responsePath: ResponsePath | null;
}

/** The alert these answers raise; null when there is none. */
export function riskAlert(instrument: Instrument, answers: Answers, responsePath: unknown): RiskAlert | null {
  const items = revealedRisks(instrument, answers).map(({ item, meaning }) => ({
    item,
    number: instrument.items.find(({ id }) => id === item)?.number ?? item,
    meaning,
  }));
  if (items.length === 0) return null;
  const path = responsePathFields.safeParse(responsePath);
  return { items, responsePath: path.success ? path.data : null };
}
