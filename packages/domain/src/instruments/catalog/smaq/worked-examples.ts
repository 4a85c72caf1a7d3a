import type { WorkedExample } from "../../worked-example";

export const smaqExamples: readonly WorkedExample[] = [
  {
    name: "no lapse",
    answers: { "smaq.i1": 0, "smaq.i2": 0, "smaq.i3": 0, "smaq.i4": 2, "smaq.i5": 0, "smaq.i6": 2 },
    expected: { adherent: 1 },
    arithmetic: "no lapse, two doses and two days are still allowed",
  },
  {
    name: "one lapse decides",
    answers: { "smaq.i1": 1 },
    expected: { adherent: 0 },
    arithmetic: "one criterion is met, whatever the others say",
  },
  {
    name: "nothing met, one missing",
    answers: { "smaq.i1": 0, "smaq.i2": 0, "smaq.i3": 0, "smaq.i4": 2, "smaq.i5": 0 },
    expected: { adherent: "incomplete" },
    arithmetic: "five answered, none decides, so the sixth is needed",
  },
];
