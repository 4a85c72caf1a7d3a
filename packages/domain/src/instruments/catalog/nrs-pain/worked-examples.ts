import type { WorkedExample } from "../../worked-example";

export const nrsPainExamples: readonly WorkedExample[] = [
  { name: "a six", answers: { "nrs-pain.pain": 6 }, expected: { pain: 6 }, arithmetic: "the number itself" },
];
