import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, NON_ANSWERS } from "./answers";
import { checkAnswers } from "./check-answers";
import type { Instrument } from "./instrument";
import type { Item } from "./item";
import { reverseValue } from "./item-value";
import { questionnaireView } from "./questionnaire-view";
import { INSTRUMENTS } from "./registry";
import { answerSheetSchema } from "./response-schema";
import { scoreAnswers } from "./score";

function goodAnswer(instrument: Instrument, { response }: Item): fc.Arbitrary<number> {
  if (response.kind === "choice") {
    return fc.constantFrom(...(instrument.responseSets[response.set]?.options ?? []).map(({ code }) => code));
  }
  const { minimum, maximum, integer } = response;
  return integer
    ? fc.integer({ min: minimum, max: maximum })
    : fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true });
}

function sheetOf(instrument: Instrument): fc.Arbitrary<Record<string, Answer | undefined>> {
  const shape: Record<string, fc.Arbitrary<Answer | undefined>> = {};
  for (const item of instrument.items) {
    shape[item.id] = fc.oneof(
      { weight: 6, arbitrary: goodAnswer(instrument, item) },
      { weight: 1, arbitrary: fc.constantFrom(...NON_ANSWERS, undefined) },
    );
  }
  return fc.record(shape, { requiredKeys: [] });
}

/** Every item answered, since some scales need them all and random gaps would never leave them a score. */
function wholeSheetOf(instrument: Instrument): fc.Arbitrary<Record<string, Answer | undefined>> {
  return fc.record(Object.fromEntries(instrument.items.map((item) => [item.id, goodAnswer(instrument, item)])));
}

const anInstrument = fc.constantFrom(...INSTRUMENTS);
const instrumentAndSheet = anInstrument.chain((instrument) => fc.tuple(fc.constant(instrument), sheetOf(instrument)));

describe("scores", () => {
  it.each(INSTRUMENTS.map((instrument) => [instrument.code, instrument] as const))(
    "stay inside the declared range of %s",
    (_, instrument) => {
      let scored = 0;
      fc.assert(
        fc.property(fc.oneof(sheetOf(instrument), wholeSheetOf(instrument)), (answers) => {
          const outcomes = scoreAnswers(instrument, answers);
          for (const { code, range } of instrument.scales) {
            const outcome = outcomes[code];
            if (outcome?.outcome !== "scored") continue;
            scored += 1;
            expect(outcome.value).toBeGreaterThanOrEqual(range.minimum - 1e-9);
            expect(outcome.value).toBeLessThanOrEqual(range.maximum + 1e-9);
          }
        }),
        { numRuns: 150 },
      );
      expect(scored).toBeGreaterThan(0);
    },
  );

  it("do not depend on the order in which answers or items come", () => {
    fc.assert(
      fc.property(instrumentAndSheet, fc.infiniteStream(fc.nat()), ([instrument, answers], keys) => {
        const order = new Map(Object.keys(answers).map((id) => [id, keys.next().value ?? 0]));
        const entries = Object.entries(answers).sort(
          ([left], [right]) => (order.get(left) ?? 0) - (order.get(right) ?? 0),
        );
        const shuffled = scoreAnswers(instrument, Object.fromEntries(entries));
        expect(shuffled).toEqual(scoreAnswers(instrument, answers));
        // Conditions look at earlier items only, so a definition without them may list its items in any order.
        if (instrument.items.some(({ enableWhen }) => enableWhen !== undefined)) return;
        const turned = { ...instrument, items: [...instrument.items].reverse() };
        expect(scoreAnswers(turned, answers)).toEqual(scoreAnswers(instrument, answers));
      }),
      { numRuns: 200 },
    );
  });

  it("do not depend on the language of the words", () => {
    fc.assert(
      fc.property(
        instrumentAndSheet,
        fc.constantFrom("en", "zh", "id", "fr", "sw"),
        ([instrument, answers], language) => {
          const before = scoreAnswers(instrument, answers);
          questionnaireView(instrument, { language, packs: [] });
          const unworded = { ...instrument, items: instrument.items.map(({ text: _, ...item }) => item) };
          expect(scoreAnswers(unworded, answers)).toEqual(before);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("treat absent, undefined, skipped and declined alike", () => {
    fc.assert(
      fc.property(instrumentAndSheet, ([instrument, answers]) => {
        const only = Object.fromEntries(Object.entries(answers).filter(([, answer]) => typeof answer === "number"));
        const filledWith = (word: Answer | undefined) =>
          Object.fromEntries(instrument.items.map(({ id }) => [id, only[id] ?? word]));
        const expected = scoreAnswers(instrument, only);
        for (const word of [undefined, "skipped", "declined"] as const) {
          expect(scoreAnswers(instrument, filledWith(word))).toEqual(expected);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it("reversing twice gives the value back, and keeps it inside the range", () => {
  const range = fc
    .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 0, max: 200 }))
    .map(([minimum, width]) => ({ minimum, maximum: minimum + width }));
  fc.assert(
    fc.property(range, fc.nat(), ({ minimum, maximum }, step) => {
      const value = minimum + (step % (maximum - minimum + 1));
      const once = reverseValue(value, { minimum, maximum });
      expect(once).toBeGreaterThanOrEqual(minimum);
      expect(once).toBeLessThanOrEqual(maximum);
      expect(reverseValue(once, { minimum, maximum })).toBe(value);
    }),
  );
});

describe("the two checks of an answer sheet", () => {
  const anything = fc.oneof(
    fc.integer({ min: -3, max: 120 }),
    fc.double(),
    fc.string({ maxLength: 6 }),
    fc.constantFrom(null, true, "skipped", "declined", "Skipped", undefined, []),
  );
  const wild = instrumentAndSheet.chain(([instrument, answers]) =>
    fc.tuple(
      fc.constant(instrument),
      fc
        .dictionary(fc.constantFrom(...instrument.items.map(({ id }) => id), "phq9.i99", "other"), anything, {
          maxKeys: 3,
        })
        .map((extra) => ({ ...answers, ...extra })),
    ),
  );

  it("give the same verdict on anything", () => {
    fc.assert(
      fc.property(wild, ([instrument, answers]) => {
        expect(answerSheetSchema(instrument).safeParse(answers).success).toBe(
          checkAnswers(instrument, answers).length === 0,
        );
      }),
      { numRuns: 600 },
    );
  });

  it("accept every sheet made of codes and words the items have", () => {
    fc.assert(
      fc.property(instrumentAndSheet, ([instrument, answers]) => {
        expect(checkAnswers(instrument, answers)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
