import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditAnchors } from "@/features/settings/audit-anchors";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { sectionHref } from "@/features/settings/sections";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("audit");
}

/** The signed anchors of the trail, to be printed. */
export default async function AuditAnchorsPage({ params }: { readonly params: ProgrammeParams }) {
  const [{ base, programmeId, api }, t] = await Promise.all([
    loadSettings(params),
    getTranslations("settings.audit.anchors"),
  ]);
  const state = await api.audit.state({ programmeId });
  return (
    <SettingsFrame base={base} section="audit" lead={t("title")}>
      <AuditAnchors path={sectionHref(base, "audit")} state={state} />
    </SettingsFrame>
  );
}
