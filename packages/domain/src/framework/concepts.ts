import type { ElementGroup } from "./element";

/** Terms that the framework uses and explains. */
export const CONCEPTS = {
  group: "bmjgh.concept",
  label: { en: "Terms", zh: "术语" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "concept.peer-support",
      kind: "concept",
      label: { en: "Peer support", zh: "同伴支持" },
      chineseLabelFrom: "abstract",
      definition: {
        en: "Help and encouragement given by someone regarded as an equal, here a person who also lives with HIV.",
        zh: "由被视为平等的人提供的帮助与鼓励；在此指同样感染 HIV 的人。",
      },
      citations: [10, 11],
      evidence: "definition",
      parent: null,
    },
    {
      code: "concept.peer-volunteer",
      kind: "concept",
      label: { en: "Peer volunteer", zh: "同伴志愿者" },
      chineseLabelFrom: "abstract",
      definition: {
        en: "A person living with HIV who delivers support to other people living with HIV within an organised project.",
        zh: "在有组织的项目中，为其他 HIV 感染者提供支持的 HIV 感染者。",
      },
      citations: [12, 13, 14, 15],
      evidence: "definition",
      parent: null,
    },
    {
      code: "concept.gipa",
      kind: "concept",
      label: { en: "Greater Involvement of People Living with HIV (GIPA)", zh: "扩大 HIV 感染者参与原则（GIPA）" },
      chineseLabelFrom: "translation",
      definition: {
        en: "A UNAIDS principle calling for people living with HIV to take part in and contribute to the response.",
        zh: "联合国艾滋病规划署提出的原则，要求 HIV 感染者参与应对工作并作出贡献。",
      },
      citations: [22],
      evidence: "definition",
      parent: null,
    },
    {
      code: "concept.target-95-95-95",
      kind: "concept",
      label: { en: "95-95-95 goal", zh: "“95-95-95”目标" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Three linked targets: 95% of people with HIV know their status, 95% of those diagnosed take ART and 95% of those on ART are virally suppressed.",
        zh: "三个相互衔接的目标：95% 的感染者知晓自身感染状况，95% 的确诊者接受抗病毒治疗，95% 的治疗者实现病毒抑制。",
      },
      citations: [8],
      evidence: "definition",
      parent: null,
    },
    {
      code: "concept.cmo",
      kind: "concept",
      label: { en: "Context-mechanism-outcome configuration", zh: "背景-机制-结果（CMO）配置" },
      chineseLabelFrom: "translation",
      definition: {
        en: "A realist statement saying in which circumstances a programme sets off which mechanism and with what result.",
        zh: "一种现实主义表述，说明项目在何种情境下触发何种机制、产生何种结果。",
      },
      citations: [34],
      evidence: "definition",
      parent: null,
    },
  ],
} as const satisfies ElementGroup;
