import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("whoqol-hiv-bref", 31);
const twos = sheet(
  ids,
  ids.map(() => 2),
);

export const whoqolHivBrefExamples: readonly WorkedExample[] = [
  {
    name: "every answer 2",
    answers: twos,
    expected: {
      general: 8,
      physical: 12,
      psychological: 9.6,
      independence: 10,
      social: 8,
      environment: 8,
      spirituality: 14,
    },
    arithmetic:
      "reversed items (3, 4, 5, 8, 9, 10, 31) become 4. Physical (4 + 4 + 2 + 2) / 4 x 4 = 12; psychological (2 + 2 + 2 + 2 + 4) / 5 x 4 = 9.6; independence (4 + 2 + 2 + 2) / 4 x 4 = 10; spirituality (2 + 4 + 4 + 4) / 4 x 4 = 14; the rest 2 x 4 = 8",
  },
  {
    name: "three items of one domain missing",
    answers: {
      ...twos,
      "whoqol-hiv-bref.i3": "skipped",
      "whoqol-hiv-bref.i4": "skipped",
      "whoqol-hiv-bref.i14": "skipped",
    },
    expected: { physical: "incomplete", psychological: 9.6 },
    arithmetic:
      "one of four physical items is too few (two needed); 28 of 31 on the sheet is enough, so the others stand",
  },
  {
    name: "seven missing on the sheet",
    answers: sheet(
      ids.slice(0, 24),
      ids.slice(0, 24).map(() => 2),
    ),
    expected: { general: "incomplete", physical: "incomplete", environment: "incomplete" },
    arithmetic: "24 of 31 answered is under 80%, so no domain is scored, not even whole ones",
  },
];
