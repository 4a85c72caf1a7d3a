import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("ons-lonely", 1);

export const onsLonelyExamples: readonly WorkedExample[] = [
  { name: "the middle answer", answers: sheet(ids, [3]), expected: { frequency: 3 }, arithmetic: "the answer itself" },
  {
    name: "skipped",
    answers: sheet(ids, ["skipped"]),
    expected: { frequency: "incomplete" },
    arithmetic: "nothing to score",
  },
];
