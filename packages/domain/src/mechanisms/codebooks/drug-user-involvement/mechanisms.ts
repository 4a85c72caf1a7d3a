import type { CodeOf, ElementGroup } from "../../../framework/element";

/** How involvement works. */
export const INVOLVEMENT_MECHANISMS = {
  group: "pwud.mechanism",
  label: { en: "Mechanisms of involvement", zh: "参与的机制" },
  source: "pwud2021",
  version: "pwud2021.v1",
  elements: [
    {
      code: "pwud.mechanism.trust",
      kind: "mechanism",
      label: { en: "Trust", zh: "信任" },
      chineseLabelFrom: "translation",
      definition: {
        en: "People rely on peers in a way they may not rely on others.",
        zh: "人们对同伴的信赖可能超过对其他人的信赖。",
      },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
    {
      code: "pwud.mechanism.commitment-and-empathy",
      kind: "mechanism",
      label: { en: "Personal commitment and empathy", zh: "个人投入与共情" },
      chineseLabelFrom: "translation",
      definition: { en: "Peers care and feel with those they serve.", zh: "同伴关心所服务的人，并感同身受。" },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
    {
      code: "pwud.mechanism.community-knowledge-and-experience",
      kind: "mechanism",
      label: { en: "Community knowledge and experience", zh: "社区知识与经验" },
      chineseLabelFrom: "translation",
      definition: { en: "Peers know the community from inside.", zh: "同伴从内部了解社区。" },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
      aliases: [{ en: "community knowledge and expertise", zh: "社区知识与专长" }],
    },
    {
      code: "pwud.mechanism.bridge",
      kind: "mechanism",
      label: { en: "Bridge", zh: "桥梁" },
      chineseLabelFrom: "translation",
      definition: { en: "Peers connect people with services.", zh: "同伴把人们与服务连接起来。" },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
    {
      code: "pwud.mechanism.role-model",
      kind: "mechanism",
      label: { en: "Role model", zh: "榜样" },
      chineseLabelFrom: "translation",
      definition: { en: "Peers show what change can look like.", zh: "同伴展示改变可以是什么样子。" },
      citations: [],
      evidence: "review-synthesis",
      parent: null,
    },
  ],
} as const satisfies ElementGroup;

export type InvolvementMechanismCode = CodeOf<typeof INVOLVEMENT_MECHANISMS>;
