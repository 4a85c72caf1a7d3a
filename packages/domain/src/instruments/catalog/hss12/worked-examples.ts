import { sheet, type WorkedExample } from "../../worked-example";

const ids = ["personalised", "disclosure", "attitudes", "self-image"].flatMap((part) =>
  [1, 2, 3].map((number) => `hss12.${part}-${number}`),
);

export const hss12Examples: readonly WorkedExample[] = [
  {
    name: "all twelve answered",
    answers: sheet(ids, [1, 2, 1, 4, 3, 4, 2, 2, 3, 1, 1, 2]),
    expected: {
      "personalised-stigma": 4,
      "disclosure-concerns": 11,
      "public-attitudes": 7,
      "negative-self-image": 4,
      total: 26,
    },
    arithmetic: "1 + 2 + 1 = 4; 4 + 3 + 4 = 11; 2 + 2 + 3 = 7; 1 + 1 + 2 = 4; total 26",
  },
  {
    name: "one missing in one part",
    answers: sheet(ids, [1, 2, "skipped", 4, 3, 4, 2, 2, 3, 1, 1, 2]),
    expected: { "personalised-stigma": 4.5, total: 26.5 },
    arithmetic: "3 x (1 + 2) / 2 = 4.5; total 4.5 + 11 + 7 + 4 = 26.5",
  },
  {
    name: "two missing in one part",
    answers: sheet(ids, [1, "skipped", "skipped", 4, 3, 4, 2, 2, 3, 1, 1, 2]),
    expected: { "personalised-stigma": "incomplete", "disclosure-concerns": 11, total: "incomplete" },
    arithmetic: "one of three is too few",
  },
];
