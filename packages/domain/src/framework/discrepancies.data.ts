import type { BilingualText } from "./bilingual-text";
import type { ElementCode } from "./registry";
import type { SourceKey } from "./sources";

/** How much a reader who overlooks it would be misled. */
export const SEVERITIES = {
  high: { en: "High", zh: "高" },
  medium: { en: "Medium", zh: "中" },
  low: { en: "Low", zh: "低" },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type Severity = keyof typeof SEVERITIES;

/** Something in a source that does not agree with itself, and what this project does about it. */
export interface Discrepancy<Code extends string = string> {
  readonly id: string;
  readonly source: SourceKey;
  readonly severity: Severity;
  readonly finding: BilingualText;
  readonly where: BilingualText;
  readonly resolution: BilingualText;
  /** The elements it bears on; empty where it concerns the source as a whole. */
  readonly affects: readonly Code[];
}

/** The recorded inconsistencies of the sources. They are shown, never silently put right. */
export const DISCREPANCIES = [
  {
    id: "bmjgh-country-sum",
    source: "bmjgh2023",
    severity: "high",
    finding: {
      en: "The country counts add up to 54, not 52, over 17 countries. Writing Canada alone with 3 and then “3 each” for Vietnam and Mozambique is odd; 2 each would give exactly 52. Multi-country studies would be another explanation.",
      zh: "各国计数相加为 54，而不是 52，共 17 个国家。单独写加拿大为 3，又写越南和莫桑比克“各 3”，颇为奇怪；若各为 2 则恰好为 52。另一种解释是存在多国研究。",
    },
    where: { en: "Study description", zh: "研究描述" },
    resolution: {
      en: "Store as printed with sum_check=54≠52; show the caution; do not correct silently.",
      zh: "按印刷原样保存，核对和为 54≠52；显示提示；不暗中更正。",
    },
    affects: [],
  },
  {
    id: "bmjgh-agreement",
    source: "bmjgh2023",
    severity: "high",
    finding: {
      en: "The inter-rater reliability 0.885 equals 46/52, i.e. plain agreement among articles that ended up included; articles both raters left out are not in the denominator and chance is not corrected for.",
      zh: "评分者间信度 0.885 等于 46/52，即在最终纳入的文章中的简单一致率；双方都排除的文章不在分母中，也未校正机遇一致。",
    },
    where: { en: "Literature search", zh: "文献检索" },
    resolution: {
      en: "Label as raw agreement; never compare with kappa benchmarks.",
      zh: "标为原始一致率；绝不与 kappa 的基准比较。",
    },
    affects: [],
  },
  {
    id: "bmjgh-untraceable",
    source: "bmjgh2023",
    severity: "medium",
    finding: {
      en: "Only 47 different reference numbers occur in the framework and discussion text, so at least 5 of the 52 included articles leave no trace there; Table 1 and the reference list are not part of the text this framework was read from.",
      zh: "框架和讨论部分只出现 47 个不同的文献编号，因此 52 篇纳入文章中至少有 5 篇在其中没有痕迹；表 1 和参考文献列表不在本框架所依据的文本中。",
    },
    where: { en: "Whole text", zh: "全文" },
    resolution: { en: "Allow elements to carry unresolved citation numbers.", zh: "允许要素带有无法对应的引文编号。" },
    affects: [],
  },
  {
    id: "bmjgh-ref-67",
    source: "bmjgh2023",
    severity: "medium",
    finding: {
      en: "Reference 67 supports a trial outcome (HIV knowledge), a benefit given as qualitative (social activity engagement) and the relationship mechanism.",
      zh: "文献 67 同时支持一项试验结果（HIV 知识）、一项作为质性益处给出的结果（社会活动参与）以及关系机制。",
    },
    where: { en: "Outcomes; relationship", zh: "结果；关系" },
    resolution: {
      en: "Mark evidence for social activity engagement as ambiguous.",
      zh: "将社会活动参与的证据标为不明确。",
    },
    affects: [
      "outcome.social.social-activity-engagement",
      "outcome.cognitive.hiv-knowledge",
      "mechanism.effectiveness.relationship",
    ],
  },
  {
    id: "bmjgh-confidence",
    source: "bmjgh2023",
    severity: "medium",
    finding: {
      en: "Confidence is a cognitive outcome in the preliminary framework but sits with psychological and social benefits in the refined one.",
      zh: "信心在初步框架中是认知结果，而在细化框架中与心理和社会益处列在一起。",
    },
    where: { en: "Preliminary framework versus outcomes", zh: "初步框架与结果部分" },
    resolution: {
      en: "Keep both versions; refined placement under psychological is the analyst’s.",
      zh: "两个版本都保留；细化版归入心理是分析者的判断。",
    },
    affects: ["outcome.psychological.confidence", "preliminary.outcome.cognitive"],
  },
  {
    id: "bmjgh-psych-social-split",
    source: "bmjgh2023",
    severity: "medium",
    finding: {
      en: "Seven qualitative benefits are listed for psychological and social outcomes jointly, without saying which belongs where.",
      zh: "七项质性益处同时列为心理和社会结果，没有说明各属哪一类。",
    },
    where: { en: "Outcomes", zh: "结果" },
    resolution: {
      en: "Primary parent psychological; loneliness, attachment and belonging also under social.",
      zh: "主要归入心理；孤独感、依恋感和归属感同时归入社会。",
    },
    affects: [
      "outcome.psychological",
      "outcome.social",
      "outcome.psychological.loneliness",
      "outcome.psychological.sense-of-attachment",
      "outcome.psychological.sense-of-belonging",
      "outcome.psychological.sense-of-worth",
      "outcome.psychological.disease-acceptance",
      "outcome.psychological.confidence",
      "outcome.psychological.hope",
    ],
  },
  {
    id: "bmjgh-enacted-stigma",
    source: "bmjgh2023",
    severity: "low",
    finding: {
      en: "Enacted stigma, an experience inflicted by others, is filed as a cognitive outcome.",
      zh: "实际遭受的歧视是他人施加的经历，却被归为认知结果。",
    },
    where: { en: "Outcomes", zh: "结果" },
    resolution: {
      en: "Keep the review’s placement and let a project re-file it.",
      zh: "保留综述的归类，并允许项目重新归类。",
    },
    affects: ["outcome.cognitive.enacted-stigma"],
  },
  {
    id: "bmjgh-behavioural-refs",
    source: "bmjgh2023",
    severity: "low",
    finding: {
      en: "The discussion’s list for behavioural trials leaves out 56, which the results cite twice for behaviour, and takes in 58 and 68, which the results cite only for viral load and for self-awareness.",
      zh: "讨论部分的行为试验列表漏掉了文献 56（结果部分两次就行为引用），却包含 58 和 68（结果部分仅就病毒载量和自我觉察引用）。",
    },
    where: { en: "Outcomes versus discussion", zh: "结果部分与讨论部分" },
    resolution: {
      en: "Union of both lists at domain level; results list at outcome level.",
      zh: "领域层面取两份列表的并集；具体结果层面用结果部分的列表。",
    },
    affects: ["outcome.behavioural"],
  },
  {
    id: "bmjgh-training-ref",
    source: "bmjgh2023",
    severity: "low",
    finding: {
      en: "Continuous training is backed by 82 in the results and by 81 in the discussion; confidentiality by 52, 55, 86 and then by 51, 55.",
      zh: "持续培训在结果部分引用 82，在讨论部分引用 81；保密性先引用 52、55、86，后引用 51、55。",
    },
    where: { en: "Sustainability versus discussion", zh: "可持续性部分与讨论部分" },
    resolution: { en: "Use the results’ numbers; note the other.", zh: "采用结果部分的编号；注明另一编号。" },
    affects: ["mechanism.sustainability.context.continuous-training", "mechanism.sustainability.plhiv.confidentiality"],
  },
  {
    id: "bmjgh-instrumental-definition",
    source: "bmjgh2023",
    severity: "medium",
    finding: {
      en: "Instrumental support means material or monetary aid in the preliminary framework; the refined one speaks of medical and daily-life help and no longer names money.",
      zh: "工具支持在初步框架中指物质或金钱援助；细化框架改为医疗和日常生活方面的帮助，不再提及金钱。",
    },
    where: { en: "Preliminary versus refined", zh: "初步框架与细化框架" },
    resolution: {
      en: "Separate versions; allow a cash or goods activity code as a local extension.",
      zh: "分为两个版本；允许以本地扩展方式加入现金或物资活动代码。",
    },
    affects: ["support.instrumental", "preliminary.support.instrumental"],
  },
  {
    id: "bmjgh-snowball",
    source: "bmjgh2023",
    severity: "low",
    finding: {
      en: "The number of articles found by snowballing is not given, so 632 full texts and 52 inclusions cannot be reconciled by source.",
      zh: "没有给出通过滚雪球方式找到的文章数，因此无法按来源核对 632 篇全文与 52 篇纳入文章。",
    },
    where: { en: "Literature search", zh: "文献检索" },
    resolution: { en: "Leave null.", zh: "留空。" },
    affects: [],
  },
  {
    id: "bmjgh-lost-key-points",
    source: "bmjgh2023",
    severity: "medium",
    finding: {
      en: "Four of eight preliminary key points (supervision and feedback, easy access, matching, open platforms) have no counterpart among the refined mechanisms.",
      zh: "八个初步要点中有四个（督导与反馈、便捷获得、匹配、开放平台）在细化后的机制中没有对应项。",
    },
    where: { en: "Preliminary versus refined", zh: "初步框架与细化框架" },
    resolution: {
      en: "Keep as key-point codes so projects can still record them.",
      zh: "保留为要点代码，使项目仍可记录。",
    },
    affects: [
      "preliminary.key-point.supervision-feedback",
      "preliminary.key-point.easy-access",
      "preliminary.key-point.matching",
      "preliminary.key-point.open-platforms",
    ],
  },
  {
    id: "abstract-zh-scope",
    source: "bmjgh2023",
    severity: "medium",
    finding: {
      en: "The Chinese abstract reads as if the volunteer–PLHIV relationship stood beside the effectiveness mechanism rather than within it.",
      zh: "中文摘要读起来像是志愿者与感染者的关系与有效性机制并列，而不是包含在其中。",
    },
    where: { en: "Chinese abstract, results", zh: "中文摘要，结果" },
    resolution: { en: "Follow the English and the body text.", zh: "依从英文和正文。" },
    affects: ["mechanism.effectiveness", "mechanism.effectiveness.relationship"],
  },
  {
    id: "abstract-zh-terms",
    source: "bmjgh2023",
    severity: "low",
    finding: {
      en: "联系支持（affiliational）can be read as “contact”，工具支持 as “tool support”，结果 for outcome；common nursing usage is 归属支持，工具性支持，结局.",
      zh: "“联系支持”可被理解为“联络”，“工具支持”可被理解为“器具支持”，“结果”用于 outcome；护理学常用“归属支持”“工具性支持”“结局”。",
    },
    where: { en: "002", zh: "中文摘要" },
    resolution: {
      en: "label_zh keeps the abstract’s term; label_zh_alt carries the idiomatic one.",
      zh: "标签保留摘要用语；另列惯用的说法。",
    },
    affects: ["support.affiliational", "support.instrumental", "outcome"],
  },
  {
    id: "abstract-zh-added",
    source: "bmjgh2023",
    severity: "low",
    finding: {
      en: "The Chinese text says that all qualified PLHIV can become volunteers; the English only calls them potential human resources.",
      zh: "中文文本说所有合格的感染者都可以成为志愿者；英文只称他们为潜在的人力资源。",
    },
    where: { en: "Chinese abstract, conclusions", zh: "中文摘要，结论" },
    resolution: { en: "Use the English sense.", zh: "采用英文的意思。" },
    affects: ["concept.peer-volunteer"],
  },
  {
    id: "metasyn-n-range",
    source: "metasyn2025",
    severity: "high",
    finding: {
      en: "The text gives 5 to 60 participants per study; the table runs from 9 to 55 (the 5 may be the healthcare professionals in the Norwegian study; nothing explains 60).",
      zh: "正文称每项研究有 5 至 60 名参与者；表格为 9 至 55（5 可能是挪威研究中的医务人员；60 无从解释）。",
    },
    where: { en: "Results versus Table 3", zh: "结果部分与表 3" },
    resolution: { en: "Use table values.", zh: "采用表格数值。" },
    affects: [],
  },
  {
    id: "metasyn-provider-study",
    source: "metasyn2025",
    severity: "high",
    finding: {
      en: "The Norwegian study reports peer supporters’ and professionals’ views, although provider-only studies were to be left out, and it feeds 4 of the 7 sub-themes on PLHIV experience.",
      zh: "挪威研究报告的是同伴支持者和专业人员的看法，尽管应排除仅有提供者视角的研究，它却进入了关于感染者体验的 7 个亚主题中的 4 个。",
    },
    where: { en: "Eligibility, Table 3, themes", zh: "纳入标准、表 3、主题" },
    resolution: {
      en: "Flag the study; offer counts without it (11, 8, 3, 8, 4, 2, 2).",
      zh: "标记该研究；提供不含它的计数（11、8、3、8、4、2、2）。",
    },
    affects: [
      "metasyn.theme.motivations.connection-and-support",
      "metasyn.theme.motivations.confronting-stigma",
      "metasyn.theme.positive-impacts.inspiration-and-strength",
      "metasyn.theme.challenges.stigma-and-confidentiality",
    ],
  },
  {
    id: "metasyn-mixed-methods",
    source: "metasyn2025",
    severity: "low",
    finding: {
      en: "Two included studies used surveys (33 mixed methods, 35 surveys) though qualitative methods were required; 35 has no venue in the reference list and appears to be a conference paper.",
      zh: "两项纳入研究使用了问卷调查（33 为混合方法，35 为问卷调查），尽管要求质性方法；35 在参考文献中没有出处，似为会议论文。",
    },
    where: { en: "Eligibility, Table 3, references", zh: "纳入标准、表 3、参考文献" },
    resolution: { en: "Note on the study.", zh: "在研究处注明。" },
    affects: [],
  },
  {
    id: "metasyn-sex-age",
    source: "metasyn2025",
    severity: "low",
    finding: {
      en: "Sex is said to be reported by 14 studies and age by 11; the table shows 10 and 5.",
      zh: "正文称 14 项研究报告了性别、11 项报告了年龄；表格显示为 10 项和 5 项。",
    },
    where: { en: "Results versus Table 3", zh: "结果部分与表 3" },
    resolution: { en: "Store both.", zh: "两者都保存。" },
    affects: [],
  },
  {
    id: "metasyn-cook-year",
    source: "metasyn2025",
    severity: "low",
    finding: {
      en: "Cook et al. is 2018 in the tables and 2017 in the reference list.",
      zh: "Cook 等人在表格中为 2018 年，在参考文献列表中为 2017 年。",
    },
    where: { en: "Tables versus references", zh: "表格与参考文献" },
    resolution: { en: "Use 2018; keep note.", zh: "采用 2018 年；保留说明。" },
    affects: [],
  },
  {
    id: "metasyn-casp",
    source: "metasyn2025",
    severity: "medium",
    finding: {
      en: "All 20 studies are called strong and the data valid and reliable, although five leave the researcher-participant question unclear; CASP itself defines no such rating.",
      zh: "20 项研究全部被评为“强”，资料被称为有效可靠，尽管其中五项对研究者与参与者的关系交代不清；CASP 本身并未定义这样的评级。",
    },
    where: { en: "Table 4", zh: "表 4" },
    resolution: { en: "Show answers, not the rating alone.", zh: "显示各项回答，而不仅是评级。" },
    affects: [],
  },
  {
    id: "metasyn-scope",
    source: "metasyn2025",
    severity: "medium",
    finding: {
      en: "The title and question are about groups, but several studies concern one-to-one peers, navigators or expert clients.",
      zh: "标题和研究问题针对小组，但有几项研究涉及一对一同伴、导航员或资深患者。",
    },
    where: { en: "Table 3", zh: "表 3" },
    resolution: { en: "Do not present figures as group-only.", zh: "不把数字当作只关于小组。" },
    affects: [],
  },
  {
    id: "metasyn-theme-names",
    source: "metasyn2025",
    severity: "low",
    finding: {
      en: "Theme 3 is called challenges in participating, in participation and encountered in different places.",
      zh: "第三个主题在不同位置的叫法不一：参与时的挑战、参与中的挑战、遇到的挑战。",
    },
    where: { en: "Abstract, Table 5, conclusion", zh: "摘要、表 5、结论" },
    resolution: { en: "Use Table 5.", zh: "采用表 5 的名称。" },
    affects: ["metasyn.theme.challenges"],
  },
  {
    id: "metasyn-window",
    source: "metasyn2025",
    severity: "low",
    finding: {
      en: "The abstract gives no start date; the methods limit to January 2014.",
      zh: "摘要没有给出起始日期；方法部分限定为 2014 年 1 月起。",
    },
    where: { en: "Abstract versus methods", zh: "摘要与方法部分" },
    resolution: { en: "Use methods.", zh: "采用方法部分。" },
    affects: [],
  },
  {
    id: "pwud-term-drift",
    source: "pwud2021",
    severity: "medium",
    finding: {
      en: "Terms shift between lists and the CMO statement: experience/expertise, risk behaviours/drug-using behaviours, under-resourced systems/constraining environments/resource scarcity.",
      zh: "列表与 CMO 表述之间的用语有变动：经验/专长、危险行为/使用毒品的行为、资源不足的系统/受限的环境/资源稀缺。",
    },
    where: { en: "Abstract", zh: "摘要" },
    resolution: { en: "Aliases on one code each.", zh: "每个代码下列出别名。" },
    affects: [
      "pwud.mechanism.community-knowledge-and-experience",
      "pwud.outcome.risk-behaviours",
      "pwud.context.under-resourced-health-systems",
    ],
  },
  {
    id: "pwud-stigma-both",
    source: "pwud2021",
    severity: "medium",
    finding: {
      en: "Stigma and discrimination are a context and an outcome in one review.",
      zh: "污名与歧视在同一综述中既是背景又是结果。",
    },
    where: { en: "Abstract", zh: "摘要" },
    resolution: {
      en: "Two codes; treat as feedback, never as the same variable.",
      zh: "使用两个代码；视为反馈，绝不当作同一变量。",
    },
    affects: ["pwud.context.stigma-and-discrimination", "pwud.outcome.stigma-and-discrimination"],
  },
  {
    id: "pwud-cmo-subset",
    source: "pwud2021",
    severity: "low",
    finding: {
      en: "The CMO statement leaves out HIV incidence and prevalence, commitment and empathy, and role model.",
      zh: "CMO 表述没有包括 HIV 发病率和流行率、投入与共情以及榜样。",
    },
    where: { en: "Abstract", zh: "摘要" },
    resolution: { en: "Link holds only the stated parts.", zh: "链条只包含明确陈述的部分。" },
    affects: [
      "pwud.outcome.hiv-incidence",
      "pwud.outcome.hiv-prevalence",
      "pwud.mechanism.commitment-and-empathy",
      "pwud.mechanism.role-model",
    ],
  },
  {
    id: "appear-18-20",
    source: "appear2025",
    severity: "high",
    finding: {
      en: "The abstract’s design line says 18 studies; data extraction, results and the reference set (4, 25-43) say 20 (18 qualitative and 2 mixed).",
      zh: "摘要的设计一行写 18 项研究；资料提取、结果和文献集（4、25–43）为 20 项（18 项质性，2 项混合）。",
    },
    where: { en: "Abstract versus methods", zh: "摘要与方法部分" },
    resolution: { en: "Use 20.", zh: "采用 20。" },
    affects: [],
  },
  {
    id: "appear-iwm-citation",
    source: "appear2025",
    severity: "low",
    finding: {
      en: "Internal working models are cited to 17-19 in the methods and to 18-20 in the discussion; 17 is a paper on retroduction.",
      zh: "内部工作模式在方法部分引用 17–19，在讨论部分引用 18–20；17 是一篇关于逆推的论文。",
    },
    where: { en: "Substantive theory", zh: "实质理论" },
    resolution: { en: "Use 18-20.", zh: "采用 18–20。" },
    affects: [
      "appear.theory.internal-working-models",
      "appear.mechanism.self",
      "appear.mechanism.others",
      "appear.mechanism.relationships",
    ],
  },
  {
    id: "appear-no-link-knowledge",
    source: "appear2025",
    severity: "high",
    finding: {
      en: "The sixth outcome domain, knowledge and skills, has no context-mechanism-outcome link in the text.",
      zh: "第六个结果领域“知识与技能”在正文中没有背景-机制-结果链条。",
    },
    where: { en: "Results", zh: "结果" },
    resolution: { en: "Keep the code with gap_note; do not draw an arrow.", zh: "保留代码并附缺口说明；不画箭头。" },
    affects: ["appear.outcome.knowledge-and-skills"],
  },
  {
    id: "appear-self-acceptance",
    source: "appear2025",
    severity: "medium",
    finding: {
      en: "The domain is self-acceptance, but the links speak of self-worth.",
      zh: "领域名为自我接纳，但各链条使用自我价值。",
    },
    where: { en: "Results", zh: "结果" },
    resolution: { en: "One code with aliases.", zh: "一个代码，附别名。" },
    affects: ["appear.outcome.self-acceptance"],
  },
  {
    id: "appear-rameses",
    source: "appear2025",
    severity: "low",
    finding: {
      en: "The RAMESES reference (15) is the meta-narrative standard, though the review is realist-informed.",
      zh: "所引的 RAMESES 文献（15）是元叙事标准，而该综述属现实主义取向。",
    },
    where: { en: "Coding and synthesis", zh: "编码与综合" },
    resolution: { en: "Note only.", zh: "仅作说明。" },
    affects: [],
  },
  {
    id: "appear-flow-text",
    source: "appear2025",
    severity: "low",
    finding: {
      en: "From 9867 records the text goes straight to 20; exclusions are only in the figure.",
      zh: "正文从 9867 条记录直接到 20 项；排除情况只在图中。",
    },
    where: { en: "Included studies", zh: "纳入的研究" },
    resolution: { en: "Leave null.", zh: "留空。" },
    affects: [],
  },
  {
    id: "appear-transfer",
    source: "appear2025",
    severity: "high",
    finding: {
      en: "HIV and other physical conditions, substance use, groups, remote delivery and minors were excluded, and harms were not looked at.",
      zh: "HIV 及其他躯体疾病、物质使用、小组、远程提供和未成年人均被排除，也未考察伤害。",
    },
    where: { en: "Eligibility; limitations", zh: "纳入标准；局限性" },
    resolution: {
      en: "Show as borrowed theory, separate from HIV evidence.",
      zh: "作为借用的理论展示，与 HIV 证据分开。",
    },
    affects: [],
  },
] as const satisfies readonly Discrepancy<ElementCode>[];
