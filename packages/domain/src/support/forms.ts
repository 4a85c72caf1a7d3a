import type { ElementGroup } from "../framework/element";

/** The forms in which peer support is delivered. */
export const SUPPORT_FORMS = {
  group: "bmjgh.form",
  label: { en: "Forms of peer support", zh: "同伴支持的形式" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "form.peer-education",
      kind: "support-form",
      label: { en: "Peer education", zh: "同伴教育" },
      chineseLabelFrom: "translation",
      definition: {
        en: "A delivery form in which peers teach other people living with HIV.",
        zh: "由同伴向其他 HIV 感染者传授知识的提供形式。",
      },
      citations: [12, 13, 14],
      evidence: "mixed-unspecified",
      parent: null,
    },
    {
      code: "form.peer-counselling",
      kind: "support-form",
      label: { en: "Peer counselling", zh: "同伴咨询" },
      chineseLabelFrom: "translation",
      definition: {
        en: "A delivery form in which peers counsel other people living with HIV.",
        zh: "由同伴为其他 HIV 感染者提供咨询的提供形式。",
      },
      citations: [12, 13, 14],
      evidence: "mixed-unspecified",
      parent: null,
    },
  ],
} as const satisfies ElementGroup;
