import { z } from "zod";
import { type Answer, type Answers, NON_ANSWERS } from "./answers";
import { liesOnStep } from "./check-answers";
import type { Instrument } from "./instrument";
import type { Item } from "./item";

function answerSchema(instrument: Instrument, item: Item): z.ZodType<Answer> {
  const { response } = item;
  if (response.kind === "choice") {
    const codes = (instrument.responseSets[response.set]?.options ?? []).map(({ code }) => code);
    return z.literal([...codes, ...NON_ANSWERS]);
  }
  const bounded = z.number().min(response.minimum).max(response.maximum);
  const whole = response.integer ? bounded.refine(Number.isInteger, "answer.not-whole") : bounded;
  const stepped = whole.refine((value) => liesOnStep(value, response), "answer.off-step");
  return z.union([stepped, z.enum(NON_ANSWERS)]);
}

/**
 * The zod schema of an instrument's answer sheet, derived from its items: every item optional, unknown items refused.
 * For procedures and files; forms use `checkAnswers`, which gives the same verdict and domain issues.
 */
export function answerSheetSchema(instrument: Instrument): z.ZodType<Answers> {
  const shape: Record<string, z.ZodType<Answer | undefined>> = {};
  for (const item of instrument.items) shape[item.id] = answerSchema(instrument, item).optional();
  return z.strictObject(shape);
}
