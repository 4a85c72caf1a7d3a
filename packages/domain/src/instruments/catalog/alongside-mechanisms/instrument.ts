import { defineInstrument } from "../../instrument";
import { mechanismItems } from "./items";
import { mechanismScales } from "./scales";

export const alongsideMechanisms = defineInstrument({
  code: "alongside-mechanisms",
  aliases: ["mech-own"],
  edition: "1.0",
  kind: "questionnaire",
  tier: "first-class",
  validation: "new",
  name: {
    en: "Alongside Mechanism Set",
    zh: "Alongside 机制问卷",
    id: "Kuesioner Mekanisme Alongside",
    fr: "Questionnaire des mécanismes Alongside",
  },
  abbreviation: "Mechanism Set",
  purpose: {
    en: "How peer support works, as the person supported sees it: one short scale for each mechanism of the framework.",
    zh: "从受支持者的角度了解同伴支持如何起作用：框架中每个机制各有一个简短分量表。",
    id: "Bagaimana dukungan sebaya bekerja menurut orang yang didukung: satu skala singkat untuk tiap mekanisme.",
    fr: "Comment agit le soutien par les pairs, vu par la personne soutenue : une courte échelle par mécanisme.",
  },
  respondents: ["plhiv"],
  askedOf: "peer-support",
  recall: { en: "Last 3 months", zh: "过去三个月", id: "3 bulan terakhir", fr: "3 derniers mois" },
  instructions: {
    en: "Think of the peer support you had in the last 3 months. Your peer supporter will not see your answers.",
    zh: "请回想过去三个月您得到的同伴支持。您的同伴支持者不会看到您的答案。",
    id: "Ingat dukungan sebaya yang Anda terima dalam 3 bulan terakhir. Pendamping sebaya Anda tidak akan melihat jawaban Anda.",
    fr: "Pensez au soutien par les pairs reçu ces 3 derniers mois. Votre pair-aidant ne verra pas vos réponses.",
  },
  responseSets: {
    agreement: {
      options: [
        {
          code: 1,
          value: 1,
          label: { en: "Do not agree at all", zh: "完全不同意", id: "Sangat tidak setuju", fr: "Pas du tout d'accord" },
        },
        {
          code: 2,
          value: 2,
          label: { en: "Do not really agree", zh: "不太同意", id: "Kurang setuju", fr: "Plutôt pas d'accord" },
        },
        { code: 3, value: 3, label: { en: "In between", zh: "一般", id: "Di tengah-tengah", fr: "Entre les deux" } },
        { code: 4, value: 4, label: { en: "Agree", zh: "同意", id: "Setuju", fr: "D'accord" } },
        {
          code: 5,
          value: 5,
          label: { en: "Agree completely", zh: "完全同意", id: "Sangat setuju", fr: "Tout à fait d'accord" },
        },
      ],
    },
  },
  items: mechanismItems,
  reverse: ["alongside-mechanisms.empathy-3", "alongside-mechanisms.privacy-2", "alongside-mechanisms.place-2"],
  scales: mechanismScales,
  risks: [],
  wording: "own",
  licence: {
    status: "own",
    summary: {
      en: "Written by this project and shared under its licence (Apache-2.0). New, not yet validated.",
      zh: "由本项目编写，按本项目许可（Apache-2.0）共享。新编，尚未验证。",
      id: "Ditulis oleh proyek ini dan dibagikan dengan lisensinya (Apache-2.0). Baru, belum divalidasi.",
      fr: "Écrit par ce projet et partagé sous sa licence (Apache-2.0). Nouveau, pas encore validé.",
    },
    certainty: "house",
  },
  languages: ["en", "zh", "id", "fr"],
  terminology: [],
  notes: [
    {
      en: "New and not yet validated. Show floor, ceiling and internal consistency with every report.",
      zh: "新编且尚未验证。每次报告都应同时给出地板、天花板效应与内部一致性。",
    },
    {
      en: "People give their own supporter kind marks; expect a ceiling, and let someone else collect the answers.",
      zh: "人们往往给自己的支持者打高分；可能出现天花板效应，请由他人收集答案。",
    },
  ],
  sources: ["Alongside project, edition 1.0"],
});
