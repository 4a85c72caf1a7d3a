import type { CodeOf, ElementGroup } from "../../../framework/element";

/** The root of the mechanisms and its two classes. */
export const MECHANISM_ROOT = {
  group: "bmjgh.mechanism-root",
  label: { en: "The two mechanisms", zh: "两类机制" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "mechanism",
      kind: "mechanism-root",
      label: { en: "Mechanisms", zh: "机制" },
      chineseLabelFrom: "translation",
      definition: {
        en: "How and why peer support works and lasts.",
        zh: "同伴支持如何起作用、为何起作用以及为何能够持续。",
      },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
    {
      code: "mechanism.effectiveness",
      kind: "mechanism-class",
      label: { en: "Effectiveness mechanism", zh: "有效性机制" },
      chineseLabelFrom: "abstract",
      definition: { en: "What makes a peer support intervention work.", zh: "使同伴支持干预起作用的因素。" },
      citations: [],
      evidence: "review-synthesis",
      parent: "mechanism",
      aliases: [{ en: "mechanism 1", zh: "机制 1" }],
    },
    {
      code: "mechanism.sustainability",
      kind: "mechanism-class",
      label: { en: "Sustainability mechanism", zh: "可持续性机制" },
      chineseLabelFrom: "abstract",
      definition: { en: "What keeps a peer support project going.", zh: "使同伴支持项目得以持续的因素。" },
      citations: [],
      evidence: "review-synthesis",
      parent: "mechanism",
      aliases: [{ en: "mechanism 2", zh: "机制 2" }],
    },
  ],
} as const satisfies ElementGroup;

/** The two places that effectiveness comes from. */
export const EFFECTIVENESS_SOURCES = {
  group: "bmjgh.effectiveness",
  label: { en: "Where effectiveness comes from", zh: "有效性的来源" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "mechanism.effectiveness.volunteer",
      kind: "mechanism-source",
      label: { en: "Qualified peer volunteer", zh: "合格的同伴志愿者" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Qualities that a volunteer and their preparation should have.",
        zh: "志愿者应具备的素质及其所需的准备。",
      },
      citations: [50, 52, 70, 71, 72, 73, 74, 75, 76, 77, 78],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness",
    },
    {
      code: "mechanism.effectiveness.relationship",
      kind: "mechanism-source",
      label: { en: "Peer volunteer–PLHIV relationship", zh: "同伴志愿者与 PLHIV 之间的关系" },
      chineseLabelFrom: "abstract",
      definition: {
        en: "Positive communication and atmosphere between volunteer and person supported.",
        zh: "志愿者与受支持者之间积极的沟通和氛围。",
      },
      citations: [67, 69],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness",
    },
  ],
} as const satisfies ElementGroup;

/** Effectiveness that comes from the volunteer. */
export const EFFECTIVENESS_VOLUNTEER = {
  group: "bmjgh.effectiveness-volunteer",
  label: { en: "Effectiveness: the volunteer", zh: "有效性：志愿者" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "mechanism.effectiveness.volunteer.adequate-training",
      kind: "mechanism",
      label: { en: "Adequate training", zh: "充分的培训" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Volunteers are trained well enough before and for the role.",
        zh: "志愿者在上岗前及针对其角色接受了足够好的培训。",
      },
      citations: [70, 71],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness.volunteer",
      order: 1,
    },
    {
      code: "mechanism.effectiveness.volunteer.tailored-service",
      kind: "mechanism",
      label: { en: "Tailored service", zh: "个性化服务" },
      chineseLabelFrom: "translation",
      definition: { en: "Support is fitted to each person’s own needs.", zh: "支持内容与每个人自身的需要相契合。" },
      citations: [50, 72, 73, 74, 75],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness.volunteer",
      order: 2,
    },
    {
      code: "mechanism.effectiveness.volunteer.continuous-support",
      kind: "mechanism",
      label: { en: "Continuous support beyond the clinic", zh: "临床环境之外的持续支持" },
      chineseLabelFrom: "translation",
      definition: { en: "Contact goes on outside the clinical setting.", zh: "在临床环境之外继续保持联系。" },
      citations: [52],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness.volunteer",
      order: 3,
    },
    {
      code: "mechanism.effectiveness.volunteer.bridge",
      kind: "mechanism",
      label: { en: "Bridge", zh: "桥梁作用" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Volunteers link a person with family and friends, community and the health system.",
        zh: "志愿者把当事人与家人朋友、社区和卫生系统连接起来。",
      },
      citations: [52, 76, 77, 78],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness.volunteer",
      order: 4,
    },
    {
      code: "mechanism.effectiveness.volunteer.convey-translate-information",
      kind: "mechanism",
      label: { en: "Convey and translate critical information", zh: "传递并转译关键信息" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Volunteers pass on important information and put it into plain terms.",
        zh: "志愿者传递重要信息，并用通俗的语言加以解释。",
      },
      citations: [52],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness.volunteer",
      order: 5,
    },
  ],
} as const satisfies ElementGroup;

/** Effectiveness that comes from the relationship. */
export const EFFECTIVENESS_RELATIONSHIP = {
  group: "bmjgh.effectiveness-relationship",
  label: { en: "Effectiveness: the relationship", zh: "有效性：关系" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "mechanism.effectiveness.relationship.reciprocal-support",
      kind: "mechanism",
      label: { en: "Reciprocal support", zh: "互惠支持" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Both sides gain satisfaction from giving and receiving.",
        zh: "双方都从给予和接受中获得满足。",
      },
      citations: [79],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness.relationship",
      order: 1,
    },
    {
      code: "mechanism.effectiveness.relationship.role-model",
      kind: "mechanism",
      label: { en: "Role model", zh: "榜样作用" },
      chineseLabelFrom: "translation",
      definition: {
        en: "People look to volunteers whose experience and outlook encourage them.",
        zh: "人们敬重志愿者，并受到其经历和心态的鼓舞。",
      },
      citations: [76, 80],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness.relationship",
      order: 2,
    },
    {
      code: "mechanism.effectiveness.relationship.acceptance-empathy",
      kind: "mechanism",
      label: { en: "Acceptance and empathy", zh: "接纳与共情" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Speaking freely in a good atmosphere lets people feel accepted and understood.",
        zh: "在良好的氛围中畅所欲言，使人感到被接纳、被理解。",
      },
      citations: [54, 69],
      evidence: "mixed-unspecified",
      parent: "mechanism.effectiveness.relationship",
      order: 3,
    },
  ],
} as const satisfies ElementGroup;

export type EffectivenessMechanismCode =
  | CodeOf<typeof EFFECTIVENESS_VOLUNTEER>
  | CodeOf<typeof EFFECTIVENESS_RELATIONSHIP>;
