import type { WorkedExample } from "../../worked-example";

export const psFidelityIndexExamples: readonly WorkedExample[] = [
  {
    name: "two domains rated",
    answers: { "ps-fidelity-index.relationship": 75, "ps-fidelity-index.choice": 50 },
    expected: { relationship: 75, choice: 50, reciprocity: "incomplete" },
    arithmetic: "as typed in",
  },
];
