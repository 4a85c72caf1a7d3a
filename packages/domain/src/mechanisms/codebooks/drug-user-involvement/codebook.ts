import type { Codebook } from "../../codebook";
import { INVOLVEMENT_BARRIERS, INVOLVEMENT_CONTEXTS } from "./contexts";
import { INVOLVEMENT_LINKS } from "./links";
import { INVOLVEMENT_MECHANISMS } from "./mechanisms";
import { INVOLVEMENT_OUTCOMES } from "./outcomes";

/** How peers who use drugs change HIV and harm reduction services: contexts, mechanisms, outcomes. */
export const DRUG_USER_INVOLVEMENT = {
  slug: "drug-user-involvement",
  label: { en: "Peer involvement of people who use drugs", zh: "使用毒品者的同伴参与" },
  source: "pwud2021",
  version: "pwud2021.v1",
  status: "current",
  setting: {
    en: "29 studies of HIV and harm reduction services in low- and middle-income countries.",
    zh: "29 项关于中低收入国家 HIV 与减低伤害服务的研究。",
  },
  caution: {
    en: "Read from the abstract only, which states a single chain from context to outcome.",
    zh: "仅依据摘要；摘要只陈述了一条从背景到结果的链条。",
  },
  groups: [INVOLVEMENT_CONTEXTS, INVOLVEMENT_BARRIERS, INVOLVEMENT_MECHANISMS, INVOLVEMENT_OUTCOMES],
  links: INVOLVEMENT_LINKS,
  studies: [],
} as const satisfies Codebook;
