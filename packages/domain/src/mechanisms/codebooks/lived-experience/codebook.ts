import type { Codebook } from "../../codebook";
import { HARMS } from "./harms";
import { EXPERIENCE_RECOMMENDATIONS } from "./recommendations";
import { LIVED_EXPERIENCE_STUDIES } from "./studies";
import { SUB_THEMES, THEMES } from "./themes";

/** What people living with HIV say about taking part in peer support: themes, harms, and the studies behind them. */
export const LIVED_EXPERIENCE = {
  slug: "lived-experience",
  label: { en: "Experience of taking part", zh: "参与者的体验" },
  source: "metasyn2025",
  version: "metasyn2025.v1",
  status: "current",
  setting: {
    en: "20 interview and focus group studies from 12 countries, published from 2014 to 2024.",
    zh: "来自 12 个国家的 20 项访谈与焦点小组研究，发表于 2014 至 2024 年。",
  },
  caution: {
    en: "Although the review asks about groups, several studies concern one-to-one support, and one reports the providers’ view.",
    zh: "虽然该综述针对小组，但有几项研究涉及一对一支持，另有一项报告的是提供者的看法。",
  },
  groups: [THEMES, SUB_THEMES, HARMS, EXPERIENCE_RECOMMENDATIONS],
  links: [],
  studies: LIVED_EXPERIENCE_STUDIES,
} as const satisfies Codebook;
