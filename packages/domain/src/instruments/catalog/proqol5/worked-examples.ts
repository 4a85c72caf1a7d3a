import { itemIds } from "../../definition-parts";
import { sheet, type WorkedExample } from "../../worked-example";

const ids = itemIds("proqol5", 30);

export const proqol5Examples: readonly WorkedExample[] = [
  {
    name: "every answer 2",
    answers: sheet(
      ids,
      ids.map(() => 2),
    ),
    expected: { "compassion-satisfaction": 20, burnout: 30, "secondary-traumatic-stress": 20 },
    arithmetic: "ten twos are 20; burnout has five reversed items worth 4: 5 x 2 + 5 x 4 = 30",
  },
  {
    name: "twenty of thirty",
    answers: sheet(
      ids.slice(0, 20),
      ids.slice(0, 20).map(() => 2),
    ),
    expected: { "compassion-satisfaction": "incomplete", burnout: "incomplete" },
    arithmetic: "six satisfaction and seven burnout items, eight needed",
  },
];
