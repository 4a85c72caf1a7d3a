import { todayIn } from "@alongside/domain/schedule/calendar-date";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AssaysPanel } from "@/features/settings/laboratory/assays-panel";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { sectionHref } from "@/features/settings/sections";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("assays");
}

export default async function AssaysPage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, api, plan } = await loadSettings(params);
  const t = await getTranslations("assayRegister");
  const listed = await api.assay.list({ programmeId });
  return (
    <SettingsFrame base={base} section="assays" lead={t("lead")}>
      <ClientMessages namespaces={["settings", "laboratory", "assayRegister"]}>
        <AssaysPanel programmeId={programmeId} today={todayIn(plan.timeZone, new Date())} listed={listed} />
      </ClientMessages>
      <p>
        <Link href={`${sectionHref(base, "audit")}?action=assay.save`} prefetch={false}>
          {t("history")}
        </Link>
      </p>
    </SettingsFrame>
  );
}
