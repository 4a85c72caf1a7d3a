import { pickItems } from "../../definition-parts";
import { defineInstrument } from "../../instrument";
import { coreItems } from "./items";
import { coreResponseSets } from "./response-sets";
import { coreScales } from "./scales";

const ids = (stem: string, count: number) =>
  pickItems(
    "alongside-core",
    Array.from({ length: count }, (_, index) => index + 1),
    `${stem}-`,
  );

const lastTwoWeeks = {
  en: "How often was this so in the last 2 weeks?",
  zh: "在过去两周里，这种情况出现得有多频繁？",
  id: "Seberapa sering hal ini terjadi dalam 2 minggu terakhir?",
  fr: "À quelle fréquence cela a-t-il été le cas au cours des 2 dernières semaines ?",
};

export const alongsideCore = defineInstrument({
  code: "alongside-core",
  edition: "1.0",
  kind: "questionnaire",
  tier: "first-class",
  validation: "new",
  name: {
    en: "Alongside Core Set",
    zh: "Alongside 核心问卷",
    id: "Kuesioner Inti Alongside",
    fr: "Questionnaire de base Alongside",
  },
  abbreviation: "Core Set",
  purpose: {
    en: "One short questionnaire that touches all five outcome domains of peer support, in plain words.",
    zh: "一份简短、用语浅显的问卷，涵盖同伴支持的全部五个结果领域。",
    id: "Satu kuesioner singkat dengan kata-kata sederhana yang mencakup kelima ranah hasil dukungan sebaya.",
    fr: "Un court questionnaire, en mots simples, qui couvre les cinq domaines de résultats du soutien par les pairs.",
  },
  respondents: ["plhiv"],
  recall: { en: "Last 2 weeks", zh: "过去两周", id: "2 minggu terakhir", fr: "2 dernières semaines" },
  instructions: {
    en: "There are no good or bad answers. You may leave out any question.",
    zh: "答案没有好坏之分。任何问题您都可以不回答。",
    id: "Tidak ada jawaban yang baik atau buruk. Anda boleh melewati pertanyaan apa pun.",
    fr: "Il n'y a pas de bonne ou de mauvaise réponse. Vous pouvez passer n'importe quelle question.",
  },
  responseSets: coreResponseSets,
  items: coreItems,
  reverse: [
    "alongside-core.mood-2",
    "alongside-core.worth-2",
    "alongside-core.acceptance-2",
    "alongside-core.belonging-2",
    "alongside-core.adherence-2",
    "alongside-core.visits-1",
  ],
  sections: [
    {
      id: "body",
      title: { en: "Your body", zh: "您的身体", id: "Tubuh Anda", fr: "Votre corps" },
      instructions: lastTwoWeeks,
      items: [...ids("body", 2), ...ids("pain", 2)],
    },
    {
      id: "feelings",
      title: { en: "How you felt", zh: "您的感受", id: "Perasaan Anda", fr: "Ce que vous avez ressenti" },
      instructions: lastTwoWeeks,
      items: [...ids("mood", 2), ...ids("lonely", 2)],
    },
    {
      id: "self",
      title: {
        en: "How you see yourself",
        zh: "您怎样看自己",
        id: "Cara Anda melihat diri",
        fr: "Votre regard sur vous-même",
      },
      instructions: {
        en: "How true is this for you now?",
        zh: "现在，这句话在多大程度上符合您？",
        id: "Seberapa benar hal ini bagi Anda saat ini?",
        fr: "À quel point est-ce vrai pour vous en ce moment ?",
      },
      items: ["hope", "worth", "confidence", "acceptance", "belonging"].flatMap((stem) => ids(stem, 2)),
    },
    {
      id: "care",
      title: { en: "Your care", zh: "您的治疗与照护", id: "Perawatan Anda", fr: "Vos soins" },
      instructions: lastTwoWeeks,
      items: ["alongside-core.treatment", ...ids("adherence", 2), ...ids("visits", 1), ...ids("risk", 2)],
    },
    {
      id: "facts",
      title: { en: "What you know", zh: "您所了解的", id: "Yang Anda ketahui", fr: "Ce que vous savez" },
      instructions: {
        en: "Is this true or false?",
        zh: "这句话是对还是错？",
        id: "Apakah ini benar atau salah?",
        fr: "Est-ce vrai ou faux ?",
      },
      items: ids("knowledge", 3),
    },
    {
      id: "others",
      title: { en: "You and other people", zh: "您与他人", id: "Anda dan orang lain", fr: "Vous et les autres" },
      instructions: {
        en: "How often was this so in the last 2 weeks? Work can be paid work, housework or study.",
        zh: "在过去两周里，这种情况出现得有多频繁？工作可以是有报酬的工作、家务或学习。",
        id: "Seberapa sering hal ini terjadi dalam 2 minggu terakhir? Pekerjaan bisa berupa kerja berbayar, pekerjaan rumah, atau belajar.",
        fr: "À quelle fréquence cela a-t-il été le cas au cours des 2 dernières semaines ? Le travail peut être un emploi, le ménage ou les études.",
      },
      items: [...ids("stigma-met", 2), ...ids("stigma-felt", 2), ...ids("support", 2), ...ids("activity", 3)],
    },
  ],
  scales: coreScales,
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
      en: "New and not yet validated: report it beside an established instrument, and never as proof on its own.",
      zh: "新编且尚未验证：请与成熟量表一并报告，切勿单独作为证据。",
    },
    {
      en: "Each scale stands alone. There is no total, because pain, knowledge and hope do not add up to one thing.",
      zh: "各分量表独立。没有总分，因为疼痛、知识和希望无法相加成一个量。",
    },
    {
      en: "Scales of two items are coarse: read the change of a group, not of one person.",
      zh: "两题分量表较粗略：请看群体变化，不看个人变化。",
    },
  ],
  sources: ["Alongside project, edition 1.0"],
});
