import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("pozqol", 13);

export const pozqolExamples: readonly WorkedExample[] = [
  {
    name: "all thirteen answered",
    answers: sheet(ids, [2, 3, 4, 4, 5, 3, 4, 1, 2, 3, 2, 2, 1]),
    expected: { "health-concerns": 3, psychological: 4, social: 4, functional: 13 / 3, total: 50 / 13 },
    arithmetic:
      "reversed items become 6 - answer: 4, 3, 2 (mean 3); 4, 5, 3, 4 stay (mean 4); 5, 4, 3 (mean 4); 4, 4, 5 (mean 13/3); total (9 + 16 + 12 + 13) / 13 = 50/13",
  },
  {
    name: "two missing in one part",
    answers: sheet(ids, [2, "skipped", "skipped", 4, 5, 3, 4, 1, 2, 3, 2, 2, 1]),
    expected: { "health-concerns": "incomplete", psychological: 4, total: 45 / 11 },
    arithmetic: "one of three is too few for health concerns; total over eleven: (4 + 16 + 12 + 13) / 11 = 45/11",
  },
  {
    name: "three missing",
    answers: sheet(ids, [2, 3, 4, 4, 5, 3, "declined", 1, 2, "declined", 2, 2, "declined"]),
    expected: { psychological: 4, social: 4.5, functional: 4, total: "incomplete" },
    arithmetic:
      "ten of thirteen, eleven needed; psychological (4 + 5 + 3) / 3 = 4; social (5 + 4) / 2 = 4.5; functional (4 + 4) / 2 = 4",
  },
];
