import type { WorkedExample } from "../../worked-example";

export const volunteerRecordExamples: readonly WorkedExample[] = [
  {
    name: "two facts entered",
    answers: { "volunteer-record.months-active": 14.5, "volunteer-record.caseload": 6 },
    expected: { "months-active": 14.5, caseload: 6, "training-hours": "incomplete" },
    arithmetic: "as recorded; nothing was entered for training",
  },
];
