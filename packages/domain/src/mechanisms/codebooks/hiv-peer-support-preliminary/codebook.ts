import type { Codebook } from "../../codebook";
import { PRELIMINARY_KEY_POINTS } from "./key-points";
import { PRELIMINARY_MECHANISMS } from "./mechanisms";
import { PRELIMINARY_OUTCOMES } from "./outcomes";
import { PRELIMINARY_SUPPORT } from "./support";

/** The preliminary framework of the realist synthesis, kept so that codings made with it stay readable. */
export const HIV_PEER_SUPPORT_PRELIMINARY = {
  slug: "hiv-peer-support-preliminary",
  label: { en: "Peer support in HIV care (preliminary)", zh: "HIV 同伴支持（初步框架）" },
  source: "bmjgh2023",
  version: "bmjgh2023.preliminary",
  status: "superseded",
  supersededBy: "hiv-peer-support",
  setting: {
    en: "A scoping of five professional websites, before the literature was searched.",
    zh: "在检索文献之前，对五个专业网站的范围梳理。",
  },
  groups: [PRELIMINARY_SUPPORT, PRELIMINARY_KEY_POINTS, PRELIMINARY_MECHANISMS, PRELIMINARY_OUTCOMES],
  links: [],
  studies: [],
} as const satisfies Codebook;
