import type { BilingualText } from "./bilingual-text";

export interface FrameworkSource {
  /** A short name for lists and filters. */
  readonly label: BilingualText;
  /** The title, where the text at hand gives it. */
  readonly title?: string;
  readonly design: BilingualText;
  readonly journal?: string;
  readonly year: number;
  readonly yearNote?: BilingualText;
  readonly volume?: string;
  readonly issue?: string;
  readonly articleNumber?: string;
  readonly doi?: string;
  readonly registration?: string;
  readonly reportingStandard?: string;
  readonly method?: string;
  readonly licence?: string;
  readonly authors?: readonly string[];
  readonly affiliations?: readonly string[];
  /** False where reference numbers cannot be resolved to publications from the text at hand. */
  readonly hasReferenceList: boolean;
  readonly note?: BilingualText;
  /** How far the evidence carries, for sources whose setting is not peer support in HIV care. */
  readonly scopeCaution?: BilingualText;
}

/** The four published reviews that the framework is built from. */
export const SOURCES = {
  bmjgh2023: {
    label: { en: "Peer support in HIV care: realist synthesis", zh: "HIV 同伴支持：现实主义综合" },
    design: { en: "Realist synthesis", zh: "现实主义综合" },
    journal: "BMJ Global Health",
    year: 2023,
    volume: "8(2)",
    doi: "10.1136/bmjgh-2022-010966",
    registration: "PROSPERO CRD42022339079",
    reportingStandard: "RAMESES",
    affiliations: ["School of Nursing, Peking University", "School of Public Health, Wuhan University"],
    hasReferenceList: false,
    note: {
      en: "Its Table 1, figures and reference list are not part of the text this framework was read from, so reference numbers are kept as printed and cannot be resolved to publications here.",
      zh: "其表 1、图和参考文献列表不在本框架所依据的文本中，因此文献编号按印刷原样保留，在此无法对应到具体文献。",
    },
  },
  metasyn2025: {
    label: { en: "Experiences of people with HIV: meta-synthesis", zh: "HIV 感染者的体验：元综合" },
    title: "People Living with HIV Experiences from Peer Support: A Meta-Synthesis",
    design: { en: "Qualitative meta-synthesis", zh: "质性元综合" },
    year: 2025,
    yearNote: {
      en: "Taken from the latest page it cites, accessed in November 2025.",
      zh: "依据其引用的最晚网页（2025 年 11 月访问）推定。",
    },
    registration: "PROSPERO CRD42025637718",
    reportingStandard: "ENTREQ",
    method: "Thematic synthesis (Thomas and Harden)",
    hasReferenceList: true,
    note: { en: "Journal and DOI are not part of the text at hand.", zh: "手头文本中没有期刊名和 DOI。" },
  },
  pwud2021: {
    label: { en: "Involvement of people who use drugs: rapid review", zh: "使用毒品者同伴参与：快速综述" },
    title:
      "Peer driven or driven peers? A rapid review of peer involvement of people who use drugs in HIV and harm reduction services in low- and middle-income countries",
    design: { en: "Rapid review with realist framing", zh: "现实主义框架下的快速综述" },
    journal: "Harm Reduction Journal",
    year: 2021,
    issue: "1",
    articleNumber: "15",
    authors: [
      "Judy Chang",
      "Shaun Shelly",
      "Machteld Busz",
      "Claudia Stoicescu",
      "Arif Rachman Iryawan",
      "Dinara Madybaeva",
      "Yuri de Boer",
      "Andy Guise",
    ],
    hasReferenceList: false,
    note: { en: "Read from its abstract only.", zh: "仅依据其摘要。" },
  },
  appear2025: {
    label: { en: "APPEAR, mental health: meta-synthesis", zh: "APPEAR（精神卫生）：元综合" },
    title: "Mental health peer support relationship: a realist informed qualitative meta synthesis",
    design: { en: "Realist-informed qualitative meta-synthesis", zh: "现实主义取向的质性元综合" },
    journal: "BMJ Open",
    year: 2025,
    volume: "15",
    articleNumber: "e105211",
    doi: "10.1136/bmjopen-2025-105211",
    licence: "CC BY 4.0",
    authors: ["Corinna Hackmann", "Amanda Green", "Ruby Pease", "Izobel Clegg", "Melanie Handley"],
    hasReferenceList: true,
    scopeCaution: {
      en: "Evidence from mental health services. The review left out peer support for HIV and other physical conditions, for substance use, in groups, at a distance, and for people under 18. Read it as a borrowed theory for HIV peer support, not as evidence about it.",
      zh: "证据来自精神卫生服务。该综述排除了针对 HIV 及其他躯体疾病、物质使用、小组形式、远程形式以及 18 岁以下人群的同伴支持。对 HIV 同伴支持而言，它是借用的理论，而不是证据。",
    },
  },
} as const satisfies Readonly<Record<string, FrameworkSource>>;

export type SourceKey = keyof typeof SOURCES;
