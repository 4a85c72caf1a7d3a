import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("phq4", 4);

export const phq4Examples: readonly WorkedExample[] = [
  {
    name: "all four answered",
    answers: sheet(ids, [1, 2, 0, 3]),
    expected: { total: 6, anxiety: 3, depression: 3 },
    arithmetic: "anxiety 1 + 2 = 3; depression 0 + 3 = 3; total 6",
  },
  {
    name: "one depression item missing",
    answers: sheet(ids, [1, 2, 0, "skipped"]),
    expected: { total: "incomplete", anxiety: 3, depression: "incomplete" },
    arithmetic: "anxiety is whole and keeps its score; the other two need every item",
  },
];
