import type { WorkedExample } from "../../worked-example";

export const alongsideMechanismsExamples: readonly WorkedExample[] = [
  {
    name: "one reversed item, one missing",
    answers: {
      "alongside-mechanisms.empathy-1": 5,
      "alongside-mechanisms.empathy-2": 4,
      "alongside-mechanisms.empathy-3": 2,
      "alongside-mechanisms.bridge-1": 3,
      "alongside-mechanisms.bridge-2": "declined",
    },
    expected: { empathy: 250 / 3, bridge: 50, training: "incomplete" },
    arithmetic:
      "empathy: 5 is 100, 4 is 75, and 2 turns into 4, which is 75: (100 + 75 + 75) / 3 = 250/3; bridge: one of two is enough, 3 is 50",
  },
];
