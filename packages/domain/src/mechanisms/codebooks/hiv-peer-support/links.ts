import type { CodeOf } from "../../../framework/element";
import type { FrameworkLink } from "../../../framework/link";
import type { OUTCOME_DOMAINS } from "../../../outcomes/domains";
import type { SUPPORT_TYPES } from "../../../support/types";
import type { EFFECTIVENESS_SOURCES, EffectivenessMechanismCode, MECHANISM_ROOT } from "./effectiveness";
import type { SustainabilityMechanismCode } from "./sustainability";

type Code =
  | CodeOf<typeof SUPPORT_TYPES>
  | CodeOf<typeof OUTCOME_DOMAINS>
  | CodeOf<typeof MECHANISM_ROOT>
  | CodeOf<typeof EFFECTIVENESS_SOURCES>
  | EffectivenessMechanismCode
  | SustainabilityMechanismCode;

/** The ties that the synthesis states. Only the general chain reaches outcomes; none is specific to one outcome. */
export const HIV_PEER_SUPPORT_LINKS = [
  {
    id: "bmjgh.link.effectiveness-to-sustainability",
    kind: "mechanism-mechanism",
    source: "bmjgh2023",
    contexts: [],
    mechanisms: ["mechanism.effectiveness"],
    outcomes: ["mechanism.sustainability"],
    citations: [],
    strength: "author-inference",
    note: {
      en: "Earlier success shapes PLHIV attitudes, so mechanism 1 may influence mechanism 2.",
      zh: "先前的成功影响 HIV 感染者的态度，因此机制 1 可能影响机制 2。",
    },
  },
  {
    id: "bmjgh.link.perceived-benefits",
    kind: "mechanism-mechanism",
    source: "bmjgh2023",
    contexts: [],
    mechanisms: ["mechanism.sustainability.plhiv.perceived-benefits", "mechanism.sustainability.plhiv.confidentiality"],
    outcomes: ["mechanism.sustainability"],
    citations: [51, 55],
    strength: "stated",
  },
  {
    id: "bmjgh.link.general-chain",
    kind: "context-mechanism-outcome",
    source: "bmjgh2023",
    contexts: ["support"],
    mechanisms: ["mechanism.effectiveness"],
    outcomes: ["outcome"],
    citations: [],
    strength: "general-chain-only",
    note: {
      en: "The review offers only the general intervention-mechanism-outcome chain and no mechanism specific to an outcome; testing specific chains and mediation is left to future work.",
      zh: "综述只给出一般的干预-机制-结果链条，没有针对某一结果的机制；检验具体链条和中介作用留待未来研究。",
    },
  },
  {
    id: "bmjgh.link.role-model-relationship",
    kind: "mechanism-mechanism",
    source: "bmjgh2023",
    contexts: [],
    mechanisms: ["mechanism.effectiveness.relationship.role-model"],
    outcomes: ["mechanism.effectiveness.relationship"],
    citations: [],
    strength: "author-inference",
    note: {
      en: "Seeing the volunteer as a role model makes it easier to benefit from the relationship.",
      zh: "把志愿者视为榜样，更容易从这段关系中获益。",
    },
  },
  {
    id: "bmjgh.link.convey-to-relationship",
    kind: "mechanism-mechanism",
    source: "bmjgh2023",
    contexts: [],
    mechanisms: ["mechanism.effectiveness.volunteer.convey-translate-information"],
    outcomes: ["mechanism.effectiveness.relationship"],
    citations: [],
    strength: "author-inference",
    note: {
      en: "Conveying information well lays ground for a positive connection.",
      zh: "良好地传递信息为积极的联结奠定基础。",
    },
  },
  {
    id: "bmjgh.link.training-enables",
    kind: "mechanism-mechanism",
    source: "bmjgh2023",
    contexts: [],
    mechanisms: ["mechanism.effectiveness.volunteer.adequate-training"],
    outcomes: [
      "mechanism.effectiveness.volunteer.tailored-service",
      "mechanism.effectiveness.volunteer.continuous-support",
      "mechanism.effectiveness.volunteer.bridge",
    ],
    citations: [],
    strength: "author-inference",
  },
] as const satisfies readonly FrameworkLink<Code>[];
