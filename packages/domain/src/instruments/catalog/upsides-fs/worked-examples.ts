import type { WorkedExample } from "../../worked-example";

export const upsidesFsExamples: readonly WorkedExample[] = [
  {
    name: "two typed-in scores",
    answers: { "upsides-fs.implementation": 72.5, "upsides-fs.active-ingredients": 80 },
    expected: { implementation: 72.5, "active-ingredients": 80 },
    arithmetic: "as typed in",
  },
];
