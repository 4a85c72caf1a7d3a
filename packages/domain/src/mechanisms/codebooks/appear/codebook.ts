import { SOURCES } from "../../../framework/sources";
import type { Codebook } from "../../codebook";
import { APPEAR_CONTEXT_FACTORS, APPEAR_CONTEXTS } from "./contexts";
import { APPEAR_LINKS } from "./links";
import { APPEAR_MECHANISM_GROUPS, APPEAR_MECHANISMS } from "./mechanisms";
import { APPEAR_OUTCOMES } from "./outcomes";
import { APPEAR_STAKEHOLDER_REFLECTIONS, APPEAR_THEORY } from "./theory";

/** APPEAR: how the relationship with a peer worker changes people, from mental health services. Borrowed theory here. */
export const APPEAR = {
  slug: "appear",
  label: { en: "APPEAR: the peer relationship", zh: "APPEAR：同伴关系" },
  source: "appear2025",
  version: "appear2025.v1",
  status: "current",
  setting: {
    en: "20 qualitative and mixed studies of one-to-one peer support in mental health services, and 15 peer workers consulted.",
    zh: "20 项关于精神卫生服务中一对一同伴支持的质性与混合研究，并咨询了 15 名同伴工作者。",
  },
  caution: SOURCES.appear2025.scopeCaution,
  groups: [
    APPEAR_CONTEXTS,
    APPEAR_CONTEXT_FACTORS,
    APPEAR_MECHANISM_GROUPS,
    APPEAR_MECHANISMS,
    APPEAR_OUTCOMES,
    APPEAR_THEORY,
    APPEAR_STAKEHOLDER_REFLECTIONS,
  ],
  links: APPEAR_LINKS,
  studies: [],
} as const satisfies Codebook;
