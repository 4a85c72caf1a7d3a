import type { Item } from "../../item";

/** Twenty-three questions about how peer support works for a person, in our own words. */
export const mechanismItems = [
  {
    id: "alongside-mechanisms.training-1",
    number: "1",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter knows enough about living with HIV to help me.",
      zh: "我的同伴支持者对带着 HIV 生活足够了解，能够帮助我。",
      id: "Pendamping sebaya saya cukup paham tentang hidup dengan HIV untuk membantu saya.",
      fr: "Mon pair-aidant en sait assez sur la vie avec le VIH pour m'aider.",
    },
  },
  {
    id: "alongside-mechanisms.training-2",
    number: "2",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter knows where to turn when a question is too hard.",
      zh: "遇到太难的问题时，我的同伴支持者知道该去问谁。",
      id: "Pendamping sebaya saya tahu harus bertanya ke mana bila ada pertanyaan yang terlalu sulit.",
      fr: "Mon pair-aidant sait à qui s'adresser quand une question est trop difficile.",
    },
  },
  {
    id: "alongside-mechanisms.tailored-1",
    number: "3",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "The support I get fits what I need.",
      zh: "我得到的支持符合我的需要。",
      id: "Dukungan yang saya terima sesuai dengan kebutuhan saya.",
      fr: "Le soutien que je reçois correspond à mes besoins.",
    },
  },
  {
    id: "alongside-mechanisms.tailored-2",
    number: "4",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter asks me what I want help with.",
      zh: "我的同伴支持者会问我需要哪方面的帮助。",
      id: "Pendamping sebaya saya bertanya bantuan apa yang saya inginkan.",
      fr: "Mon pair-aidant me demande pour quoi je veux de l'aide.",
    },
  },
  {
    id: "alongside-mechanisms.continuous-1",
    number: "5",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter stays in touch with me between clinic visits.",
      zh: "在两次门诊之间，我的同伴支持者会和我保持联系。",
      id: "Pendamping sebaya saya tetap menghubungi saya di antara kunjungan klinik.",
      fr: "Mon pair-aidant garde le contact avec moi entre les visites à la clinique.",
    },
  },
  {
    id: "alongside-mechanisms.continuous-2",
    number: "6",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "I can reach my peer supporter when I need support.",
      zh: "我需要支持时，能联系上我的同伴支持者。",
      id: "Saya bisa menghubungi pendamping sebaya saya saat saya butuh dukungan.",
      fr: "Je peux joindre mon pair-aidant quand j'ai besoin de soutien.",
    },
  },
  {
    id: "alongside-mechanisms.bridge-1",
    number: "7",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter makes it easier for me to talk with clinic staff.",
      zh: "我的同伴支持者让我和医护人员沟通更容易。",
      id: "Pendamping sebaya saya membuat saya lebih mudah berbicara dengan petugas klinik.",
      fr: "Mon pair-aidant m'aide à parler plus facilement avec le personnel de la clinique.",
    },
  },
  {
    id: "alongside-mechanisms.bridge-2",
    number: "8",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter helps me find services I need.",
      zh: "我的同伴支持者帮我找到需要的服务。",
      id: "Pendamping sebaya saya membantu saya menemukan layanan yang saya butuhkan.",
      fr: "Mon pair-aidant m'aide à trouver les services dont j'ai besoin.",
    },
  },
  {
    id: "alongside-mechanisms.information-1",
    number: "9",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter explains things in words I understand.",
      zh: "我的同伴支持者用我听得懂的话来解释。",
      id: "Pendamping sebaya saya menjelaskan dengan kata-kata yang saya pahami.",
      fr: "Mon pair-aidant explique les choses avec des mots que je comprends.",
    },
  },
  {
    id: "alongside-mechanisms.information-2",
    number: "10",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "After we talk, I understand better what the clinic told me.",
      zh: "谈过之后，我更明白诊所告诉我的内容。",
      id: "Setelah kami berbicara, saya lebih memahami apa yang dikatakan klinik kepada saya.",
      fr: "Après nos échanges, je comprends mieux ce que la clinique m'a dit.",
    },
  },
  {
    id: "alongside-mechanisms.reciprocal-1",
    number: "11",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter and I learn from each other.",
      zh: "我和我的同伴支持者互相学习。",
      id: "Saya dan pendamping sebaya saya saling belajar.",
      fr: "Mon pair-aidant et moi apprenons l'un de l'autre.",
    },
  },
  {
    id: "alongside-mechanisms.reciprocal-2",
    number: "12",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "I can also give something back to my peer supporter.",
      zh: "我也能为我的同伴支持者做些什么。",
      id: "Saya juga bisa memberi sesuatu kepada pendamping sebaya saya.",
      fr: "Je peux aussi apporter quelque chose à mon pair-aidant.",
    },
  },
  {
    id: "alongside-mechanisms.role-model-1",
    number: "13",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter shows me that it is possible to live well with HIV.",
      zh: "我的同伴支持者让我看到，感染 HIV 也可以好好生活。",
      id: "Pendamping sebaya saya menunjukkan bahwa hidup dengan baik bersama HIV itu mungkin.",
      fr: "Mon pair-aidant me montre qu'il est possible de bien vivre avec le VIH.",
    },
  },
  {
    id: "alongside-mechanisms.role-model-2",
    number: "14",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "I would like to deal with HIV the way my peer supporter does.",
      zh: "我希望能像我的同伴支持者那样面对 HIV。",
      id: "Saya ingin menghadapi HIV seperti pendamping sebaya saya.",
      fr: "J'aimerais faire face au VIH comme le fait mon pair-aidant.",
    },
  },
  {
    id: "alongside-mechanisms.empathy-1",
    number: "15",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter accepts me as I am.",
      zh: "我的同伴支持者接纳真实的我。",
      id: "Pendamping sebaya saya menerima saya apa adanya.",
      fr: "Mon pair-aidant m'accepte comme je suis.",
    },
  },
  {
    id: "alongside-mechanisms.empathy-2",
    number: "16",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter understands how I feel.",
      zh: "我的同伴支持者理解我的感受。",
      id: "Pendamping sebaya saya memahami perasaan saya.",
      fr: "Mon pair-aidant comprend ce que je ressens.",
    },
  },
  {
    id: "alongside-mechanisms.empathy-3",
    number: "17",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "I feel judged by my peer supporter.",
      zh: "我觉得我的同伴支持者在评判我。",
      id: "Saya merasa dihakimi oleh pendamping sebaya saya.",
      fr: "J'ai l'impression que mon pair-aidant me juge.",
    },
  },
  {
    id: "alongside-mechanisms.privacy-1",
    number: "18",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "My peer supporter keeps what I say private.",
      zh: "我的同伴支持者会为我说的话保密。",
      id: "Pendamping sebaya saya menjaga kerahasiaan ucapan saya.",
      fr: "Mon pair-aidant garde pour lui ce que je dis.",
    },
  },
  {
    id: "alongside-mechanisms.privacy-2",
    number: "19",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "I worry that others will learn about me through peer support.",
      zh: "我担心别人会因为同伴支持而知道我的情况。",
      id: "Saya khawatir orang lain akan tahu tentang saya lewat dukungan sebaya.",
      fr: "J'ai peur que d'autres apprennent des choses sur moi à cause du soutien par les pairs.",
    },
  },
  {
    id: "alongside-mechanisms.benefit-1",
    number: "20",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "Peer support helps me in my daily life.",
      zh: "同伴支持对我的日常生活有帮助。",
      id: "Dukungan sebaya membantu saya dalam kehidupan sehari-hari.",
      fr: "Le soutien par les pairs m'aide dans la vie de tous les jours.",
    },
  },
  {
    id: "alongside-mechanisms.benefit-2",
    number: "21",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "Peer support is worth the time I give to it.",
      zh: "同伴支持值得我花的时间。",
      id: "Dukungan sebaya sepadan dengan waktu yang saya berikan.",
      fr: "Le soutien par les pairs vaut le temps que j'y consacre.",
    },
  },
  {
    id: "alongside-mechanisms.place-1",
    number: "22",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "I feel safe in the place where we meet.",
      zh: "在我们见面的地方，我感到安全。",
      id: "Saya merasa aman di tempat kami bertemu.",
      fr: "Je me sens en sécurité là où nous nous voyons.",
    },
  },
  {
    id: "alongside-mechanisms.place-2",
    number: "23",
    response: { kind: "choice", set: "agreement" },
    text: {
      en: "Others can overhear us when we talk.",
      zh: "我们谈话时，别人会听到。",
      id: "Orang lain bisa mendengar saat kami berbicara.",
      fr: "D'autres personnes peuvent nous entendre quand nous parlons.",
    },
  },
] as const satisfies readonly Item[];
