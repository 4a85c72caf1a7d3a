import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AuditParameters, auditFilter, auditPlace } from "@/features/settings/audit-query";
import { AuditTrail } from "@/features/settings/audit-trail";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { sectionHref } from "@/features/settings/sections";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("audit");
}

/** What people do with their own account needs no permission, so the access table does not name it. */
const ACCOUNT_ACTIONS = ["session.sign-in", "session.sign-in-failed", "session.sign-out", "session.change-password"];

export default async function AuditPage({
  params,
  searchParams,
}: {
  readonly params: ProgrammeParams;
  readonly searchParams: Promise<AuditParameters>;
}) {
  const [{ base, programmeId, api }, parameters, t] = await Promise.all([
    loadSettings(params),
    searchParams,
    getTranslations("settings.audit"),
  ]);
  const filter = auditFilter(parameters);
  const after = auditPlace(parameters);
  const [page, people, access] = await Promise.all([
    api.audit.list({ programmeId, ...filter, ...(after && { after }) }),
    api.person.list({ programmeId }),
    api.access.read({ programmeId }),
  ]);
  const actions = [...access.map(({ verb }) => verb), ...ACCOUNT_ACTIONS];
  return (
    <SettingsFrame base={base} section="audit" lead={t("lead")}>
      <AuditTrail
        path={sectionHref(base, "audit")}
        filter={filter}
        after={after}
        page={page}
        people={people}
        actions={actions}
      />
    </SettingsFrame>
  );
}
