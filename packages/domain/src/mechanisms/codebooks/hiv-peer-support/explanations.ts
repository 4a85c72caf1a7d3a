import type { ElementGroup } from "../../../framework/element";

/** A question that the synthesis leaves open. */
export const EXPLANATION_ROOT = {
  group: "bmjgh.explanation-root",
  label: { en: "An open question", zh: "一个未决问题" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "explanation.weak-psychological-effect",
      kind: "explanation-root",
      label: { en: "Reasons for weak psychological effects", zh: "心理结果效应较弱的原因" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Three conjectures about why trials show little psychological effect.",
        zh: "关于试验为何显示较小心理效应的三种推测。",
      },
      citations: [12, 14, 59, 60, 61, 63, 87, 88, 89],
      evidence: "author-inference",
      parent: null,
    },
  ],
} as const satisfies ElementGroup;

/** The conjectures it offers in answer. */
export const EXPLANATIONS = {
  group: "bmjgh.explanation",
  label: { en: "Possible explanations", zh: "可能的解释" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  elements: [
    {
      code: "explanation.weak-psychological-effect.dose",
      kind: "explanation",
      label: { en: "Insufficient dose", zh: "剂量不足" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Emotional support was mostly a secondary component in trials and may have been too small to show an effect.",
        zh: "情感支持在试验中多为次要成分，可能太少而未能显示效应。",
      },
      citations: [12, 14, 59, 60, 61, 87, 88, 89],
      evidence: "author-inference",
      parent: "explanation.weak-psychological-effect",
    },
    {
      code: "explanation.weak-psychological-effect.tool-sensitivity",
      kind: "explanation",
      label: { en: "Insensitive measurement tools", zh: "测量工具不敏感" },
      chineseLabelFrom: "translation",
      definition: { en: "The instruments used may not pick up the change.", zh: "所用工具可能测不出变化。" },
      citations: [14, 61, 88],
      evidence: "author-inference",
      parent: "explanation.weak-psychological-effect",
    },
    {
      code: "explanation.weak-psychological-effect.power",
      kind: "explanation",
      label: { en: "Small samples and low power", zh: "样本量小、检验效能不足" },
      chineseLabelFrom: "translation",
      definition: {
        en: "Few participants left trials unable to detect an effect.",
        zh: "参与者人数少，使试验无法检出效应。",
      },
      citations: [59, 63, 87],
      evidence: "author-inference",
      parent: "explanation.weak-psychological-effect",
    },
  ],
} as const satisfies ElementGroup;
