import type { ResponseSet } from "../../item";

/** The answers of the Core Set. Codes count up from 0 and are the values scored, except for knowledge. */
export const coreResponseSets = {
  often: {
    options: [
      { code: 0, value: 0, label: { en: "Never", zh: "从不", id: "Tidak pernah", fr: "Jamais" } },
      { code: 1, value: 1, label: { en: "Rarely", zh: "很少", id: "Jarang", fr: "Rarement" } },
      { code: 2, value: 2, label: { en: "Sometimes", zh: "有时", id: "Kadang-kadang", fr: "Parfois" } },
      { code: 3, value: 3, label: { en: "Often", zh: "经常", id: "Sering", fr: "Souvent" } },
      { code: 4, value: 4, label: { en: "Always", zh: "总是", id: "Selalu", fr: "Toujours" } },
    ],
  },
  true: {
    options: [
      {
        code: 0,
        value: 0,
        label: { en: "Not at all true", zh: "完全不符合", id: "Sama sekali tidak benar", fr: "Pas du tout vrai" },
      },
      { code: 1, value: 1, label: { en: "A little true", zh: "有一点符合", id: "Sedikit benar", fr: "Un peu vrai" } },
      { code: 2, value: 2, label: { en: "Partly true", zh: "部分符合", id: "Sebagian benar", fr: "En partie vrai" } },
      {
        code: 3,
        value: 3,
        label: { en: "Mostly true", zh: "大部分符合", id: "Sebagian besar benar", fr: "Plutôt vrai" },
      },
      {
        code: 4,
        value: 4,
        label: { en: "Completely true", zh: "完全符合", id: "Benar sekali", fr: "Tout à fait vrai" },
      },
    ],
  },
  fact: {
    options: [
      { code: 1, value: 1, label: { en: "True", zh: "对", id: "Benar", fr: "Vrai" } },
      { code: 2, value: 2, label: { en: "False", zh: "错", id: "Salah", fr: "Faux" } },
      { code: 3, value: 3, label: { en: "Not sure", zh: "不确定", id: "Tidak yakin", fr: "Je ne sais pas" } },
    ],
  },
  yesNo: {
    options: [
      { code: 1, value: 1, label: { en: "Yes", zh: "是", id: "Ya", fr: "Oui" } },
      { code: 0, value: 0, label: { en: "No", zh: "否", id: "Tidak", fr: "Non" } },
    ],
  },
} as const satisfies Readonly<Record<string, ResponseSet>>;
