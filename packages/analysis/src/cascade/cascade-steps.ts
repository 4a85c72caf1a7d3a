import type { BilingualText } from "@alongside/domain/framework/bilingual-text";

/** The steps of the cascade, and the coverage of testing without which the last says little. */
export const CASCADE_STEPS = ["status", "treatment", "coverage", "suppressed-tested", "suppressed-all"] as const;
export type CascadeStepId = (typeof CASCADE_STEPS)[number];

/** What each share is of, in words that stand beside it. */
export const CASCADE_TEXTS = {
  status: {
    share: { en: "Know their status", zh: "知晓自身感染状况" },
    numerator: { en: "People of this programme, all of whom were tested", zh: "本项目的所有参与者（均已检测）" },
    denominator: {
      en: "Everybody living with HIV in the area, tested or not. A programme of people living with HIV cannot know them",
      zh: "当地所有艾滋病病毒感染者（无论是否检测过）。面向感染者的项目无从得知",
    },
  },
  treatment: {
    share: { en: "On treatment", zh: "正在接受治疗" },
    numerator: { en: "People in care here with a treatment start on record", zh: "在本项目中且有治疗开始记录者" },
    denominator: { en: "Everybody in care here", zh: "本项目所有在管者" },
  },
  coverage: {
    share: { en: "Tested in the last twelve months", zh: "近 12 个月内检测过" },
    numerator: { en: "Of those, people with a result of the last twelve months", zh: "其中近 12 个月内有检测结果者" },
    denominator: { en: "People on treatment long enough for a test", zh: "治疗时间已足以进行检测者" },
  },
  "suppressed-tested": {
    share: { en: "Suppressed, of those tested", zh: "已检测者中的病毒抑制比例" },
    numerator: { en: "People whose latest result is suppressed by the rule", zh: "最近一次结果按规则为抑制者" },
    denominator: {
      en: "People, not tests: on treatment long enough, with a result of the last twelve months that tells",
      zh: "按人而非按检测次数：治疗时间足够，且近 12 个月内有可判定结果者",
    },
  },
  "suppressed-all": {
    share: { en: "Suppressed, of all who should have been tested", zh: "应检测者中的病毒抑制比例" },
    numerator: { en: "The same people", zh: "同上" },
    denominator: {
      en: "People on treatment long enough for a test, tested or not: no result counts as not suppressed",
      zh: "治疗时间已足以进行检测者（无论是否检测）：无结果者按未抑制计",
    },
  },
} as const satisfies Record<CascadeStepId, Readonly<Record<"share" | "numerator" | "denominator", BilingualText>>>;
