import fc from "fast-check";
import { expect, test } from "vitest";
import { SILENT, TELLING, UNSEEN_SILENT, UNSEEN_TELLING } from "./identifying-corpus.fixtures";
import { findIdentifying } from "./identifying-text";

const shown = (text: string) => findIdentifying(text).map(({ start, end }) => text.slice(start, end));

/** Do two pieces of text overlap, one holding the other? */
const holds = (found: readonly string[], wanted: string) =>
  found.some((piece) => piece.includes(wanted) || wanted.includes(piece));

function measure(telling: typeof TELLING, silent: typeof SILENT) {
  const missed = telling.filter(([text, wanted]) => !holds(shown(text), wanted)).map(([text]) => text);
  const wrong = silent.filter((text) => shown(text).length > 0).map((text) => `${text} -> ${shown(text).join(" | ")}`);
  return { missed, wrong };
}

test("on the sentences it was made with, every telling one is noticed and no other", () => {
  expect(measure(TELLING, SILENT)).toEqual({ missed: [], wrong: [] });
});

test("on sentences written afterwards it is seldom wrong and notices most", () => {
  const { missed, wrong } = measure(UNSEEN_TELLING, UNSEEN_SILENT);
  const right = UNSEEN_TELLING.length - missed.length;
  expect({ right, of: UNSEEN_TELLING.length, wrong, silent: UNSEEN_SILENT.length }).toEqual({
    ...{ right: 20, of: 22, wrong: [], silent: 29 },
  });
  expect(right / (right + wrong.length)).toBeGreaterThanOrEqual(0.95);
});

test.each([
  ["Call Mr Kamau on 0712 345 678", ["name", "phone"]],
  ["王先生 wx: a@b.example 身份证号110101199003074514", ["name", "e-mail", "identity-number"]],
  ["WeChat: amy_2001", ["account"]],
  ["", []],
])("%j holds %j, in order and without overlap", (text, kinds) => {
  const found = findIdentifying(text);
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
  for (const [at, one] of found.entries()) expect(one.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
});

test("any text is answered, quickly and with places inside it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (text) => {
      for (const { start, end } of findIdentifying(text))
        expect(0 <= start && start < end && end <= text.length).toBe(true);
    }),
  );
  const began = performance.now();
  for (const filling of ["1 ", "王", "Aa ", "a.", "0-"]) findIdentifying(filling.repeat(1000));
  expect(performance.now() - began).toBeLessThan(1000);
});
