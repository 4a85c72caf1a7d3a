import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { PeoplePanel } from "@/features/settings/people-panel";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("people");
}

export default async function PeoplePage({ params }: { readonly params: ProgrammeParams }) {
  const { base, programmeId, plan, api, session } = await loadSettings(params);
  const [people, invitations] = await Promise.all([
    api.person.list({ programmeId }),
    api.invitation.list({ programmeId }),
  ]);
  const t = await getTranslations("settings.people");
  return (
    <SettingsFrame base={base} section="people" lead={t("lead")}>
      <ClientMessages namespaces={["settings"]}>
        <PeoplePanel
          programmeId={programmeId}
          ownId={session.userId}
          people={people}
          invitations={invitations}
          sites={plan.sites}
        />
      </ClientMessages>
    </SettingsFrame>
  );
}
