import { outcomeDomain, personMean, pickItems, scaleOf } from "../../definition-parts";
import type { LocalText } from "../../local-text";
import type { Improvement, Scale, Serves } from "../../scale";

/** Every Core Set scale runs from 0 to 100 and needs half of its items, rounded up. */
function core(code: string, label: LocalText, count: number, improvement: Improvement, serves: Serves): Scale {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return scaleOf({
    code,
    label,
    items: pickItems("alongside-core", numbers, `${code}-`),
    formula: { kind: "percent-of-range" },
    missing:
      count === 1
        ? { minimumAnswered: 1, substitute: "none", rounding: "none", certainty: "house" }
        : personMean(Math.ceil(count / 2)),
    range: { minimum: 0, maximum: 100 },
    improvement,
    headline: true,
    serves,
  });
}

const psychological = (outcome: string) => outcomeDomain("psychological", [`outcome.psychological.${outcome}`]);
const behavioural = (outcome: string) => outcomeDomain("behavioural", [`outcome.behavioural.${outcome}`]);
const cognitive = (outcome: string) => outcomeDomain("cognitive", [`outcome.cognitive.${outcome}`]);

export const coreScales: readonly Scale[] = [
  core(
    "body",
    { en: "Physical wellbeing", zh: "身体状态", id: "Kesejahteraan fisik", fr: "Bien-être physique" },
    2,
    "increase",
    outcomeDomain("physiological"),
  ),
  core(
    "pain",
    { en: "Pain", zh: "疼痛", id: "Nyeri", fr: "Douleur" },
    2,
    "decrease",
    outcomeDomain("physiological", ["outcome.physiological.pain"]),
  ),
  core(
    "mood",
    { en: "Mood", zh: "心情", id: "Suasana hati", fr: "Humeur" },
    2,
    "increase",
    psychological("quality-of-life"),
  ),
  core(
    "lonely",
    { en: "Loneliness", zh: "孤独", id: "Kesepian", fr: "Solitude" },
    2,
    "decrease",
    psychological("loneliness"),
  ),
  core("hope", { en: "Hope", zh: "希望", id: "Harapan", fr: "Espoir" }, 2, "increase", psychological("hope")),
  core(
    "worth",
    { en: "Self-worth", zh: "自我价值", id: "Harga diri", fr: "Estime de soi" },
    2,
    "increase",
    psychological("sense-of-worth"),
  ),
  core(
    "confidence",
    { en: "Confidence", zh: "信心", id: "Kepercayaan diri", fr: "Confiance" },
    2,
    "increase",
    psychological("confidence"),
  ),
  core(
    "acceptance",
    { en: "Acceptance of illness", zh: "疾病接纳", id: "Penerimaan penyakit", fr: "Acceptation de la maladie" },
    2,
    "increase",
    psychological("disease-acceptance"),
  ),
  core(
    "belonging",
    { en: "Belonging", zh: "归属感", id: "Rasa memiliki", fr: "Appartenance" },
    2,
    "increase",
    psychological("sense-of-belonging"),
  ),
  core(
    "adherence",
    { en: "Taking medicine", zh: "按时服药", id: "Minum obat", fr: "Prise du traitement" },
    2,
    "increase",
    behavioural("medication-adherence"),
  ),
  core(
    "visits",
    { en: "Keeping visits", zh: "按约就诊", id: "Menepati kunjungan", fr: "Présence aux rendez-vous" },
    1,
    "increase",
    behavioural("medical-care-compliance"),
  ),
  core(
    "risk",
    { en: "Risk behaviour", zh: "危险行为", id: "Perilaku berisiko", fr: "Comportements à risque" },
    2,
    "decrease",
    behavioural("risky-behaviours"),
  ),
  core(
    "knowledge",
    { en: "Knowledge", zh: "知识", id: "Pengetahuan", fr: "Connaissances" },
    3,
    "increase",
    outcomeDomain("cognitive", ["outcome.cognitive.hiv-knowledge"], ["support.informational"]),
  ),
  core(
    "stigma-met",
    { en: "Stigma met", zh: "遭受的歧视", id: "Stigma yang dialami", fr: "Stigmatisation vécue" },
    2,
    "decrease",
    cognitive("enacted-stigma"),
  ),
  core(
    "stigma-felt",
    { en: "Stigma felt", zh: "内心的污名感", id: "Stigma yang dirasakan", fr: "Stigmatisation ressentie" },
    2,
    "decrease",
    cognitive("internalised-stigma"),
  ),
  core(
    "support",
    { en: "Support from others", zh: "他人的支持", id: "Dukungan dari orang lain", fr: "Soutien des autres" },
    2,
    "increase",
    outcomeDomain("social", [], ["support.emotional", "support.instrumental"]),
  ),
  core(
    "activity",
    {
      en: "Social activity and work",
      zh: "社会活动与工作",
      id: "Kegiatan sosial dan pekerjaan",
      fr: "Vie sociale et travail",
    },
    3,
    "increase",
    outcomeDomain("social", ["outcome.social.social-activity-engagement"]),
  ),
];
