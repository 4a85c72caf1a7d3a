import type { WorkedExample } from "../../worked-example";

export const artAdh3Examples: readonly WorkedExample[] = [
  {
    name: "three days missed",
    answers: { "art-adh-3.i1": 3, "art-adh-3.i2": 5, "art-adh-3.i3": 6 },
    expected: { total: 90 },
    arithmetic: "(30 - 3) / 30 x 100 = 90; (5 - 1) / 5 x 100 = 80; (6 - 1) / 5 x 100 = 100; mean 90",
  },
  {
    name: "one missing",
    answers: { "art-adh-3.i1": 3, "art-adh-3.i2": 5 },
    expected: { total: "incomplete" },
    arithmetic: "all three needed",
  },
];
