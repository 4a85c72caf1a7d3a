import type { ElementGroup } from "../../../framework/element";

/** Established theory that the review leans on. */
export const APPEAR_THEORY = {
  group: "appear.theory",
  label: { en: "APPEAR: underlying theory", zh: "APPEAR：理论基础" },
  source: "appear2025",
  version: "appear2025.v1",
  elements: [
    {
      code: "appear.theory.secure-base",
      kind: "theory-construct",
      label: { en: "Secure base", zh: "安全基地" },
      chineseLabelFrom: "translation",
      definition: {
        en: "A steady, safe footing from which to explore, learn and grow.",
        zh: "稳定而安全的立足点，可由此探索、学习和成长。",
      },
      citations: [18, 19, 20],
      evidence: "theory",
      parent: null,
    },
    {
      code: "appear.theory.internal-working-models",
      kind: "theory-construct",
      label: { en: "Internal working models", zh: "内部工作模式" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Mental pictures of self, others and relationships that guide expectation.",
        zh: "引导预期的、关于自我、他人和关系的心理图景。",
      },
      citations: [18, 19, 20],
      evidence: "theory",
      parent: null,
    },
    {
      code: "appear.theory.personal-recovery",
      kind: "theory-construct",
      label: { en: "Personal recovery", zh: "个人康复" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Building a hopeful and contributing life with or without symptoms.",
        zh: "无论有无症状，都在建立有希望、有贡献的生活。",
      },
      citations: [7, 23, 24],
      evidence: "theory",
      parent: null,
    },
  ],
} as const satisfies ElementGroup;

/** What the peer workers who were consulted added to each context. */
export const APPEAR_STAKEHOLDER_REFLECTIONS = {
  group: "appear.stakeholder",
  label: { en: "APPEAR: reflections of peer workers", zh: "APPEAR：同伴工作者的反思" },
  source: "appear2025",
  version: "appear2025.v1",
  elements: [
    {
      code: "appear.stakeholder.curiosity",
      kind: "stakeholder-reflection",
      label: { en: "Curiosity", zh: "好奇心" },
      chineseLabelFrom: "translation",
      definition: {
        en: "One never knows a person fully, so staying curious matters.",
        zh: "人永远不可能完全了解另一个人，因此保持好奇很重要。",
      },
      citations: [],
      evidence: "stakeholder-consultation",
      parent: "appear.context.accepting",
    },
    {
      code: "appear.stakeholder.needs-recognised",
      kind: "stakeholder-reflection",
      label: { en: "Needs recognised and met", zh: "需求被识别与满足" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Having one’s needs seen and met makes one feel acceptable and safe.",
        zh: "需要被看见并得到满足，使人感到被接纳和安全。",
      },
      citations: [],
      evidence: "stakeholder-consultation",
      parent: "appear.context.personalised-practice",
    },
    {
      code: "appear.stakeholder.progressiveness",
      kind: "stakeholder-reflection",
      label: { en: "Progressiveness rather than effectiveness", zh: "“进步”而非“有效”" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Peers preferred wording about growth and change.",
        zh: "同伴更愿意使用关于成长与改变的表述。",
      },
      citations: [],
      evidence: "stakeholder-consultation",
      parent: "appear.context.empowering",
    },
    {
      code: "appear.stakeholder.boundaries",
      kind: "stakeholder-reflection",
      label: { en: "Boundaries with flexibility", zh: "边界与灵活性" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Too much availability is impractical and may undercut empowerment.",
        zh: "随时可及并不现实，而且可能削弱赋能。",
      },
      citations: [],
      evidence: "stakeholder-consultation",
      parent: "appear.context.available",
    },
    {
      code: "appear.stakeholder.purposeful-sharing",
      kind: "stakeholder-reflection",
      label: { en: "Share experience for the other person’s need", zh: "为对方需要而分享" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Lived experience is shared in answer to need, not for the worker’s own sake or standing; reciprocity helps people show vulnerability.",
        zh: "分享亲身经历是为了回应对方的需要，而不是为了工作者自己或其地位；互惠有助于人们表露脆弱。",
      },
      citations: [],
      evidence: "stakeholder-consultation",
      parent: "appear.context.reciprocal",
    },
  ],
} as const satisfies ElementGroup;
