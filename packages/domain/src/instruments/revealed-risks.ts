import type { Answers } from "./answers";
import { compares } from "./applicability";
import type { Instrument, RiskItem } from "./instrument";

/** The risk items whose answers call for the programme's response path, in the instrument's order. */
export function revealedRisks(instrument: Instrument, answers: Answers): readonly RiskItem[] {
  return instrument.risks.filter(({ item, when }) => {
    const answer = answers[item];
    return typeof answer === "number" && compares(answer, when.operator, when.answer);
  });
}
