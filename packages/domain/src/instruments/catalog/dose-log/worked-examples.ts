import type { WorkedExample } from "../../worked-example";

export const doseLogExamples: readonly WorkedExample[] = [
  {
    name: "eight contacts",
    answers: { "dose-log.contacts": 8, "dose-log.minutes": 310, "dose-log.minutes-emotional": 200 },
    expected: { contacts: 8, minutes: 310, "minutes-emotional": 200, "minutes-appraisal": "incomplete" },
    arithmetic: "as summed from the log",
  },
];
