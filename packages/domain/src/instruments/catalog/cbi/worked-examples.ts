import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const work = itemIds("cbi", 7, { stem: "work-" });
const personal = itemIds("cbi", 6, { stem: "personal-" });

export const cbiExamples: readonly WorkedExample[] = [
  {
    name: "work, last item turned round",
    answers: sheet(work, [50, 50, 25, 75, 50, 25, 25]),
    expected: { work: 50, personal: "incomplete" },
    arithmetic: "25 turns into 75: (50 + 50 + 25 + 75 + 50 + 25 + 75) / 7 = 350 / 7 = 50",
  },
  {
    name: "half of personal",
    answers: sheet(personal, [25, 50, 75]),
    expected: { personal: 50 },
    arithmetic: "150 / 3 = 50",
  },
  {
    name: "under half",
    answers: sheet(personal, [25, 50]),
    expected: { personal: "incomplete" },
    arithmetic: "two answered, three needed",
  },
];
