import type { WorkedExample } from "../../worked-example";

export const cd4Examples: readonly WorkedExample[] = [
  { name: "one count", answers: { "cd4.count": 412 }, expected: { count: 412 }, arithmetic: "the count itself" },
];
