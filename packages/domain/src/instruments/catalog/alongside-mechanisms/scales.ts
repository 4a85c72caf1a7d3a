import { mechanismOnly, personMean, pickItems, scaleOf } from "../../definition-parts";
import type { LocalText } from "../../local-text";
import type { Scale } from "../../scale";

/** Every mechanism score runs from 0 to 100, more is better, and half of the items, rounded up, are enough. */
function mechanism(code: string, count: number, label: LocalText, frameworkCode: string): Scale {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return scaleOf({
    code,
    label,
    items: pickItems("alongside-mechanisms", numbers, `${code}-`),
    formula: { kind: "percent-of-range" },
    missing: personMean(Math.ceil(count / 2)),
    range: { minimum: 0, maximum: 100 },
    improvement: "increase",
    headline: true,
    serves: mechanismOnly([`mechanism.${frameworkCode}`]),
  });
}

export const mechanismScales: readonly Scale[] = [
  mechanism(
    "training",
    2,
    { en: "Adequate training", zh: "充分的培训", id: "Pelatihan yang memadai", fr: "Formation suffisante" },
    "effectiveness.volunteer.adequate-training",
  ),
  mechanism(
    "tailored",
    2,
    { en: "Support that fits", zh: "个性化服务", id: "Layanan sesuai kebutuhan", fr: "Soutien adapté" },
    "effectiveness.volunteer.tailored-service",
  ),
  mechanism(
    "continuous",
    2,
    { en: "Continuous support", zh: "持续支持", id: "Dukungan berkelanjutan", fr: "Soutien continu" },
    "effectiveness.volunteer.continuous-support",
  ),
  mechanism(
    "bridge",
    2,
    { en: "Bridge to services", zh: "桥梁作用", id: "Jembatan ke layanan", fr: "Lien avec les services" },
    "effectiveness.volunteer.bridge",
  ),
  mechanism(
    "information",
    2,
    {
      en: "Information made clear",
      zh: "信息的传递与解释",
      id: "Informasi yang jelas",
      fr: "Informations rendues claires",
    },
    "effectiveness.volunteer.convey-translate-information",
  ),
  mechanism(
    "reciprocal",
    2,
    { en: "Mutual support", zh: "互惠支持", id: "Dukungan timbal balik", fr: "Soutien réciproque" },
    "effectiveness.relationship.reciprocal-support",
  ),
  mechanism(
    "role-model",
    2,
    { en: "Role model", zh: "榜样作用", id: "Panutan", fr: "Modèle à suivre" },
    "effectiveness.relationship.role-model",
  ),
  mechanism(
    "empathy",
    3,
    { en: "Acceptance and empathy", zh: "接纳与共情", id: "Penerimaan dan empati", fr: "Acceptation et empathie" },
    "effectiveness.relationship.acceptance-empathy",
  ),
  mechanism(
    "privacy",
    2,
    { en: "Confidentiality", zh: "保密性", id: "Kerahasiaan", fr: "Confidentialité" },
    "sustainability.plhiv.confidentiality",
  ),
  mechanism(
    "benefit",
    2,
    { en: "Perceived benefit", zh: "感知获益", id: "Manfaat yang dirasakan", fr: "Bénéfice perçu" },
    "sustainability.plhiv.perceived-benefits",
  ),
  mechanism(
    "place",
    2,
    { en: "Safe place", zh: "安全的场所", id: "Tempat yang aman", fr: "Lieu sûr" },
    "sustainability.context.safe-place",
  ),
];
