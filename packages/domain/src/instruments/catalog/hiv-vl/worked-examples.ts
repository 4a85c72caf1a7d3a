import type { WorkedExample } from "../../worked-example";

export const hivVlExamples: readonly WorkedExample[] = [
  {
    name: "a number",
    answers: { "hiv-vl.comparator": 1, "hiv-vl.quantity": 180 },
    expected: { "at-or-under-1000": 1, "at-or-under-200": 1, "at-or-under-50": 0 },
    arithmetic: "180 is under 1,000 and 200, over 50",
  },
  {
    name: "below 400",
    answers: { "hiv-vl.comparator": 2, "hiv-vl.quantity": 400 },
    expected: { "at-or-under-1000": 1, "at-or-under-200": "not-applicable", "at-or-under-50": "not-applicable" },
    arithmetic: "anything below 400 is below 1,000, but could be either side of 200 and 50",
  },
  {
    name: "not detected",
    answers: { "hiv-vl.comparator": 4 },
    expected: { "at-or-under-1000": 1, "at-or-under-50": 1 },
    arithmetic: "under every threshold",
  },
  {
    name: "a number without the number",
    answers: { "hiv-vl.comparator": 1 },
    expected: { "at-or-under-1000": "incomplete" },
    arithmetic: "one of two entered",
  },
];
