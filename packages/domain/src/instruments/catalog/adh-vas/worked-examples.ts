import type { WorkedExample } from "../../worked-example";

export const adhVasExamples: readonly WorkedExample[] = [
  { name: "a mark at 93", answers: { "adh-vas.taken": 93 }, expected: { taken: 93 }, arithmetic: "the mark itself" },
];
