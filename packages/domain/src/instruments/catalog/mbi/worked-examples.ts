import type { WorkedExample } from "../../worked-example";

export const mbiExamples: readonly WorkedExample[] = [
  {
    name: "three typed-in means",
    answers: { "mbi.exhaustion": 2.4, "mbi.depersonalisation": 1, "mbi.accomplishment": 4.5 },
    expected: { exhaustion: 2.4, depersonalisation: 1, accomplishment: 4.5 },
    arithmetic: "as typed in",
  },
];
