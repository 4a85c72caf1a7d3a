import type { WorkedExample } from "../../worked-example";

export const retentionExamples: readonly WorkedExample[] = [
  {
    name: "nine kept, three missed",
    answers: { "retention.kept": 9, "retention.missed": 3, "retention.gap-6m": 1 },
    expected: {
      "visit-adherence": 75,
      "missed-visits-count": 3,
      "missed-any": 1,
      "gap-6m": 1,
      "hrsa-hab": "incomplete",
    },
    arithmetic: "9 / (9 + 3) = 75%; three missed, so any is 1",
  },
  {
    name: "no visit planned",
    answers: { "retention.kept": 0, "retention.missed": 0 },
    expected: { "visit-adherence": "not-applicable", "missed-any": 0 },
    arithmetic: "a share of no visits does not exist",
  },
];
