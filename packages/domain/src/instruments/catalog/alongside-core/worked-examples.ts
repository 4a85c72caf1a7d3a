import type { WorkedExample } from "../../worked-example";

export const alongsideCoreExamples: readonly WorkedExample[] = [
  {
    name: "a person on treatment",
    answers: {
      "alongside-core.body-1": 3,
      "alongside-core.body-2": 2,
      "alongside-core.pain-1": 1,
      "alongside-core.mood-1": 3,
      "alongside-core.mood-2": 1,
      "alongside-core.treatment": 1,
      "alongside-core.adherence-1": 4,
      "alongside-core.adherence-2": 1,
      "alongside-core.visits-1": 0,
      "alongside-core.knowledge-1": 1,
      "alongside-core.knowledge-2": 3,
      "alongside-core.knowledge-3": 2,
    },
    expected: {
      body: 62.5,
      pain: 25,
      mood: 75,
      adherence: 87.5,
      visits: 100,
      knowledge: 200 / 3,
      hope: "incomplete",
    },
    arithmetic:
      "body (75 + 50) / 2 = 62.5; pain: one of two is enough, 1/4 = 25; mood: sad 1 turns into 3, so (75 + 75) / 2 = 75; medicine: missed 1 turns into 3, so (100 + 75) / 2 = 87.5; no visit missed turns into 4 of 4 = 100; knowledge: right, not sure, right = 2 of 3; hope has no answer",
  },
  {
    name: "a person not on treatment",
    answers: { "alongside-core.treatment": 0, "alongside-core.visits-1": 2 },
    expected: { adherence: "not-applicable", visits: 50 },
    arithmetic: "the medicine questions are not asked, so there is nothing to score; visits 4 - 2 = 2 of 4 = 50",
  },
];
