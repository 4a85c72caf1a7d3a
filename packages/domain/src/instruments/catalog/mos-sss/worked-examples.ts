import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("mos-sss", 19);

export const mosSssExamples: readonly WorkedExample[] = [
  {
    name: "every answer 4",
    answers: sheet(
      ids,
      ids.map(() => 4),
    ),
    expected: { index: 75, tangible: 75 },
    arithmetic: "100 x (4 - 1) / (5 - 1) = 75",
  },
  {
    name: "tangible items 1, 4, 11, 14 only",
    answers: { "mos-sss.i1": 5, "mos-sss.i4": 3, "mos-sss.i11": "skipped", "mos-sss.i14": 4 },
    expected: { tangible: 75, index: "incomplete", affectionate: "incomplete" },
    arithmetic: "mean of 5, 3, 4 is 4: 75; the index needs 15 items",
  },
];
