import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("hiv-kq-18", 18);

export const hivKq18Examples: readonly WorkedExample[] = [
  {
    name: "everything answered false",
    answers: sheet(
      ids,
      ids.map(() => 2),
    ),
    expected: { total: 14 },
    arithmetic: "four statements are true, so 18 - 4 = 14 are right",
  },
  {
    name: "three blank",
    answers: sheet(
      ids.slice(0, 15),
      ids.slice(0, 15).map(() => 2),
    ),
    expected: { total: 12 },
    arithmetic: "items 1 to 15 hold three true statements: 15 - 3 = 12 right; three blanks count as wrong",
  },
  {
    name: "four blank",
    answers: sheet(
      ids.slice(0, 14),
      ids.slice(0, 14).map(() => 2),
    ),
    expected: { total: "incomplete" },
    arithmetic: "14 answered, 15 needed (4 of 18 is 22% blank)",
  },
];
