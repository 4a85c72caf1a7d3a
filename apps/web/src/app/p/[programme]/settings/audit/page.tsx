import { FailureError } from "@alongside/api/failure-error";
import { SESSION_ACTIONS } from "@alongside/domain/access/session-action";
import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FailureWords } from "@/features/failure/failure-notice";
import { type AuditParameters, auditFilter, auditPlace } from "@/features/settings/audit-query";
import { AuditStatePanel } from "@/features/settings/audit-state";
import { AuditTrail } from "@/features/settings/audit-trail";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { sectionHref } from "@/features/settings/sections";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { textSeal } from "@/server/sealed-text";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("audit");
}

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
  const { seal, open } = textSeal();
  const filter = auditFilter(parameters, open);
  const after = auditPlace(parameters);
  const [listed, people, access, state, verdict] = await Promise.all([
    api.audit.list({ programmeId, ...filter, ...(after && { after }) }).then(
      (page) => ({ page, failure: null }),
      (error: unknown) => ({ page: null, failure: failureIn(error) }),
    ),
    api.person.list({ programmeId }),
    api.access.read({ programmeId }),
    api.audit.state({ programmeId }),
    parameters.check === "1" ? api.audit.verify({ programmeId }) : null,
  ]);
  const actions = [...access.map(({ verb }) => verb), ...SESSION_ACTIONS, "access.refused"];
  return (
    <SettingsFrame base={base} section="audit" lead={t("lead")}>
      <AuditStatePanel path={sectionHref(base, "audit")} state={state} verdict={verdict} />
      <AuditTrail
        path={sectionHref(base, "audit")}
        filter={filter}
        seal={seal}
        after={after}
        page={listed.page}
        instead={listed.failure && <FailureWords failure={listed.failure} />}
        people={people}
        actions={actions}
      />
    </SettingsFrame>
  );
}

/** The failure that the question was answered with; anything else is a fault, and goes on as one. */
function failureIn(error: unknown) {
  if (error instanceof TRPCError && error.cause instanceof FailureError) return error.cause.failure;
  throw error;
}
