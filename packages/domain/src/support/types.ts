import type { CodeOfKind, ElementGroup } from "../framework/element";

/** The five types of support, under one root. */
export const SUPPORT_TYPES = {
  group: "bmjgh.support",
  label: { en: "Areas of peer support", zh: "同伴支持的领域" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "support",
      kind: "support-root",
      label: { en: "Peer support areas", zh: "同伴支持领域" },
      chineseLabelFrom: "abstract",
      definition: {
        en: "The five areas of content that peer volunteers can supply to people living with HIV.",
        zh: "同伴志愿者能够向 HIV 感染者提供的五个内容领域。",
      },
      citations: [48, 49, 50, 51],
      evidence: "review-synthesis",
      parent: null,
    },
    {
      code: "support.informational",
      kind: "support-type",
      label: { en: "Informational support", zh: "信息支持" },
      chineseLabelFrom: "abstract",
      definition: {
        en: "Teaching people living with HIV about a range of topics and helping them make sense of what clinicians tell them.",
        zh: "向 HIV 感染者讲解各类主题，并帮助他们理解医务人员所说的内容。",
      },
      citations: [48, 49, 50, 51, 52],
      evidence: "mixed-unspecified",
      parent: "support",
      order: 1,
    },
    {
      code: "support.instrumental",
      kind: "support-type",
      label: { en: "Instrumental support", zh: "工具支持" },
      chineseLabelFrom: "abstract",
      idiomaticChinese: "工具性支持",
      definition: {
        en: "Practical help, either with using medical care or with the necessities of everyday life.",
        zh: "实际的帮助，包括利用医疗服务或满足日常生活所需。",
      },
      citations: [48, 49, 50, 51],
      evidence: "mixed-unspecified",
      parent: "support",
      order: 2,
    },
    {
      code: "support.emotional",
      kind: "support-type",
      label: { en: "Emotional support", zh: "情感支持" },
      chineseLabelFrom: "abstract",
      definition: {
        en: "Listening, empathy and comfort that ease distress and build confidence, often without specialist psychological skill.",
        zh: "倾听、共情与安慰，以缓解痛苦并增强信心，通常不需要专业心理技能。",
      },
      citations: [48, 49, 50, 51, 53, 54],
      evidence: "trial-limited-and-qualitative",
      evidenceNote: {
        en: "Qualitative work reports large unmet need and strong benefit; in trials it was mostly a secondary component, so trial evidence is weak.",
        zh: "质性研究报告了大量未满足的需要和明显的益处；在试验中它多为次要成分，因此试验证据较弱。",
      },
      parent: "support",
      order: 3,
    },
    {
      code: "support.affiliational",
      kind: "support-type",
      label: { en: "Affiliational support", zh: "联系支持" },
      chineseLabelFrom: "abstract",
      idiomaticChinese: "归属支持",
      definition: {
        en: "Helping people living with HIV to become less isolated and to join social networks.",
        zh: "帮助 HIV 感染者减少孤立，并融入社会网络。",
      },
      citations: [48, 49, 50, 51, 55],
      evidence: "mixed-unspecified",
      parent: "support",
      order: 4,
    },
    {
      code: "support.appraisal",
      kind: "support-type",
      label: { en: "Appraisal support", zh: "评价支持" },
      chineseLabelFrom: "abstract",
      idiomaticChinese: "评估支持",
      definition: {
        en: "Helping people decide about treatment, self-care and conflicts of daily life.",
        zh: "帮助人们就治疗、自我照护和日常生活中的矛盾作出决定。",
      },
      citations: [48, 49, 50, 51],
      evidence: "mixed-unspecified",
      parent: "support",
      order: 5,
    },
  ],
} as const satisfies ElementGroup;

/** What instrumental support divides into. */
export const SUPPORT_SUBTYPES = {
  group: "bmjgh.support-subtype",
  label: { en: "Sub-types of instrumental support", zh: "工具支持的亚类" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "support.instrumental.medical",
      kind: "support-subtype",
      label: { en: "Medical instrumental support", zh: "医疗工具支持" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Practical help with reaching and keeping up medical care.",
        zh: "在获得并持续接受医疗照护方面的实际帮助。",
      },
      citations: [48, 51],
      evidence: "mixed-unspecified",
      parent: "support.instrumental",
    },
    {
      code: "support.instrumental.daily-life",
      kind: "support-subtype",
      label: { en: "Daily-life instrumental support", zh: "日常生活工具支持" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Practical help with needs of daily living such as food, housing and substance use treatment.",
        zh: "在日常生活需要方面的实际帮助，例如食物、住房和物质滥用治疗。",
      },
      citations: [48],
      evidence: "mixed-unspecified",
      parent: "support.instrumental",
    },
  ],
} as const satisfies ElementGroup;

export type SupportTypeCode = CodeOfKind<typeof SUPPORT_TYPES, "support-type">;
