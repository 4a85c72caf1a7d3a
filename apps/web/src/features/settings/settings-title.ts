import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SectionId } from "./sections";

/** The title of a settings page, for the browser's tab. */
export async function settingsTitle(section: SectionId): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: `${t(`section.${section}`)} · ${t("title")}` };
}
