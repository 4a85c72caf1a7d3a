import type { WorkedExample } from "../../worked-example";

export const promisSfExamples: readonly WorkedExample[] = [
  {
    name: "both T-scores",
    answers: { "promis-sf.social-isolation": 55.4, "promis-sf.emotional-support": 48 },
    expected: { "social-isolation": 55.4, "emotional-support": 48 },
    arithmetic: "as typed in",
  },
];
