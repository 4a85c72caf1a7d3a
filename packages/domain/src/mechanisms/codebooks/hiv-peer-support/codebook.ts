import type { Codebook } from "../../codebook";
import {
  EFFECTIVENESS_RELATIONSHIP,
  EFFECTIVENESS_SOURCES,
  EFFECTIVENESS_VOLUNTEER,
  MECHANISM_ROOT,
} from "./effectiveness";
import { EXPLANATION_ROOT, EXPLANATIONS } from "./explanations";
import { HIV_PEER_SUPPORT_LINKS } from "./links";
import { HIV_RECOMMENDATIONS } from "./recommendations";
import {
  SUSTAINABILITY_CONTEXT,
  SUSTAINABILITY_PLHIV,
  SUSTAINABILITY_SOURCES,
  SUSTAINABILITY_VOLUNTEER,
} from "./sustainability";

/** The refined framework of the realist synthesis: why peer support in HIV care works, and why it lasts. */
export const HIV_PEER_SUPPORT = {
  slug: "hiv-peer-support",
  label: { en: "Peer support in HIV care", zh: "HIV 同伴支持" },
  source: "bmjgh2023",
  version: "bmjgh2023.refined",
  status: "current",
  setting: {
    en: "52 articles on peer support for adults living with HIV, in any country and at any stage.",
    zh: "52 篇关于成年 HIV 感染者同伴支持的文章，不限国家和病程阶段。",
  },
  caution: {
    en: "The synthesis ties mechanisms to outcomes in general only. It states no mechanism for any single outcome.",
    zh: "该综合只在总体上把机制与结果联系起来，没有为任何单一结果指出机制。",
  },
  groups: [
    MECHANISM_ROOT,
    EFFECTIVENESS_SOURCES,
    EFFECTIVENESS_VOLUNTEER,
    EFFECTIVENESS_RELATIONSHIP,
    SUSTAINABILITY_SOURCES,
    SUSTAINABILITY_VOLUNTEER,
    SUSTAINABILITY_PLHIV,
    SUSTAINABILITY_CONTEXT,
    HIV_RECOMMENDATIONS,
    EXPLANATION_ROOT,
    EXPLANATIONS,
  ],
  links: HIV_PEER_SUPPORT_LINKS,
  studies: [],
} as const satisfies Codebook;
