import type { FrameworkLink } from "../../../framework/link";
import type { InvolvementContextCode } from "./contexts";
import type { InvolvementMechanismCode } from "./mechanisms";
import type { InvolvementOutcomeCode } from "./outcomes";

type Code = InvolvementContextCode | InvolvementMechanismCode | InvolvementOutcomeCode;

/** The one context-mechanism-outcome statement of the review. */
export const INVOLVEMENT_LINKS = [
  {
    id: "pwud.link.outreach",
    kind: "context-mechanism-outcome",
    source: "pwud2021",
    contexts: ["pwud.context.criminalisation", "pwud.context.under-resourced-health-systems"],
    mechanisms: ["pwud.mechanism.trust", "pwud.mechanism.community-knowledge-and-experience", "pwud.mechanism.bridge"],
    outcomes: [
      "pwud.outcome.risk-behaviours",
      "pwud.outcome.service-access",
      "pwud.outcome.service-acceptability",
      "pwud.outcome.service-quality",
      "pwud.outcome.stigma-and-discrimination",
    ],
    citations: [],
    strength: "common-theme",
    intervention: { en: "peer outreach", zh: "同伴外展" },
    note: {
      en: "The only CMO statement; HIV incidence and prevalence, commitment and empathy, and role model are not part of it.",
      zh: "这是唯一的 CMO 表述；HIV 发病率与流行率、投入与共情以及榜样不在其中。",
    },
  },
] as const satisfies readonly FrameworkLink<Code>[];
