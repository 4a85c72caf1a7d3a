import { sheet, type WorkedExample } from "../../worked-example";

const ids = [
  "positive-1",
  "positive-2",
  "positive-3",
  "positive-4",
  "positive-5",
  "negative-1",
  "negative-2",
  "negative-3",
  "negative-4",
  "negative-5",
].map((id) => `rses.${id}`);

export const rsesExamples: readonly WorkedExample[] = [
  {
    name: "all ten answered",
    answers: sheet(ids, [3, 2, 2, 1, 3, 0, 1, 2, 1, 0]),
    expected: { total: 22 },
    arithmetic: "positive 3 + 2 + 2 + 1 + 3 = 11; negative turned round 3 + 2 + 1 + 2 + 3 = 11; total 22",
  },
  {
    name: "one missing",
    answers: sheet(ids, [3, 2, 2, 1, "skipped", 0, 1, 2, 1, 0]),
    expected: { total: 21 },
    arithmetic: "sum of nine = 8 + 11 = 19; 10 x 19 / 9 = 21.11, rounded to 21",
  },
  {
    name: "two missing",
    answers: sheet(ids, [3, 2, 2, 1, "skipped", 0, 1, 2, 1, "skipped"]),
    expected: { total: "incomplete" },
    arithmetic: "eight answered, nine needed",
  },
];
