import type { ElementGroup } from "../../../framework/element";

/** Areas of support as the preliminary framework had them. */
export const PRELIMINARY_SUPPORT = {
  group: "bmjgh.preliminary-support",
  label: { en: "Preliminary: areas of support", zh: "初步框架：支持领域" },
  source: "bmjgh2023",
  version: "bmjgh2023.preliminary",
  elements: [
    {
      code: "preliminary.support.informational",
      kind: "support-type",
      label: { en: "Informational support (preliminary)", zh: "信息支持（初步框架）" },
      chineseLabelFrom: "translation",
      definition: { en: "Sharing knowledge and own experience.", zh: "分享知识和自身经历。" },
      citations: [44, 45],
      evidence: "grey-literature",
      parent: null,
      supersededBy: "support.informational",
    },
    {
      code: "preliminary.support.emotional",
      kind: "support-type",
      label: { en: "Emotional support (preliminary)", zh: "情感支持（初步框架）" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Letting people vent, showing care and passing on positive beliefs.",
        zh: "让人倾诉，表达关怀，传递积极的信念。",
      },
      citations: [44, 45],
      evidence: "grey-literature",
      parent: null,
      supersededBy: "support.emotional",
    },
    {
      code: "preliminary.support.appraisal",
      kind: "support-type",
      label: { en: "Appraisal support (preliminary)", zh: "评价支持（初步框架）" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Encouraging decisions with information and a weighing of pros and cons.",
        zh: "提供信息并权衡利弊，鼓励作出决定。",
      },
      citations: [44, 45],
      evidence: "grey-literature",
      parent: null,
      supersededBy: "support.appraisal",
    },
    {
      code: "preliminary.support.instrumental",
      kind: "support-type",
      label: { en: "Instrumental support (preliminary)", zh: "工具支持（初步框架）" },
      chineseLabelFrom: "translation",
      definition: { en: "Giving material or monetary help.", zh: "给予物质或金钱上的帮助。" },
      citations: [44, 45],
      evidence: "grey-literature",
      parent: null,
      changeNote: {
        en: "The refined version drops material and monetary aid from the definition and speaks of medical and daily-life help instead.",
        zh: "细化版从定义中去掉了物质和金钱援助，改为医疗和日常生活方面的帮助。",
      },
      supersededBy: "support.instrumental",
    },
  ],
} as const satisfies ElementGroup;
