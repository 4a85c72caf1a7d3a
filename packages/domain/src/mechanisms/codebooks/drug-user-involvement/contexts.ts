import type { CodeOf, ElementGroup } from "../../../framework/element";

/** The conditions that shape what peers can do. */
export const INVOLVEMENT_CONTEXTS = {
  group: "pwud.context",
  label: { en: "Contexts of involvement", zh: "参与的背景" },
  source: "pwud2021",
  version: "pwud2021.v1",
  elements: [
    {
      code: "pwud.context.criminalisation",
      kind: "context",
      label: { en: "Criminalisation", zh: "刑事定罪" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Drug use and users are dealt with by criminal law.",
        zh: "以刑法对待使用毒品的行为和使用毒品者。",
      },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
    {
      code: "pwud.context.under-resourced-health-systems",
      kind: "context",
      label: { en: "Under-resourced health systems", zh: "卫生系统资源不足" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Health services lack means; also worded as resource scarcity and as constraining clinic and delivery environments.",
        zh: "卫生服务资源匮乏；也表述为资源稀缺，以及诊所和服务提供环境受限。",
      },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
      aliases: [
        { en: "resource scarcity", zh: "资源稀缺" },
        { en: "constraining clinic and service delivery environments", zh: "诊所和服务提供环境受限" },
      ],
    },
    {
      code: "pwud.context.stigma-and-discrimination",
      kind: "context",
      label: { en: "Stigma and discrimination", zh: "污名与歧视" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Hostile attitudes and treatment that shape what peers can do.",
        zh: "敌意的态度和对待方式，影响同伴所能做的事。",
      },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
      note: { en: "Also an outcome in the same review (feedback).", zh: "在同一综述中也是一项结果（反馈）。" },
    },
  ],
} as const satisfies ElementGroup;

/** What holds involvement back. */
export const INVOLVEMENT_BARRIERS = {
  group: "pwud.barrier",
  label: { en: "Barriers to involvement", zh: "参与的障碍" },
  source: "pwud2021",
  version: "pwud2021.v1",
  elements: [
    {
      code: "pwud.barrier.political",
      kind: "barrier",
      label: { en: "Political barriers", zh: "政治障碍" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Politics that hold back involvement of people who use drugs.",
        zh: "阻碍使用毒品者参与的政治因素。",
      },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
    {
      code: "pwud.barrier.financial",
      kind: "barrier",
      label: { en: "Financial barriers", zh: "资金障碍" },
      chineseLabelFrom: "translation",
      definition: { en: "Lack of money that holds back involvement.", zh: "阻碍参与的资金短缺。" },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
    {
      code: "pwud.barrier.limited-understanding",
      kind: "barrier",
      label: { en: "Limited understanding of roles and mechanisms", zh: "对角色与机制认识不足" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Too little is known about roles, impact, context and mechanism, most of all in low- and middle-income settings.",
        zh: "对角色、影响、情境和机制了解太少，在中低收入地区尤为如此。",
      },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
  ],
} as const satisfies ElementGroup;

export type InvolvementContextCode = CodeOf<typeof INVOLVEMENT_CONTEXTS>;
