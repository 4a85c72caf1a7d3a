import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IdentityForm } from "@/features/identity/identity-form";
import { ReadingsList } from "@/features/identity/readings-list";
import { type ReadingsParameters, readingsFilter, readingsPlace } from "@/features/identity/readings-query";
import { loadSettings, type ProgrammeParams } from "@/features/settings/load-settings";
import { sectionHref } from "@/features/settings/sections";
import { SettingsFrame } from "@/features/settings/settings-frame";
import { settingsTitle } from "@/features/settings/settings-title";
import { ClientMessages } from "@/i18n/client-messages";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("identity");
}

export default async function IdentityPage(props: {
  readonly params: ProgrammeParams;
  readonly searchParams: Promise<ReadingsParameters>;
}) {
  const [{ base, programmeId, api }, parameters, t] = await Promise.all([
    loadSettings(props.params),
    props.searchParams,
    getTranslations("identity"),
  ]);
  const filter = readingsFilter(parameters);
  const after = readingsPlace(parameters);
  const [settings, page] = await Promise.all([
    api.identitySettings.read({ programmeId }),
    api.contactDetails.listReadings({ programmeId, ...filter, ...(after && { after }) }),
  ]);
  return (
    <SettingsFrame base={base} section="identity" lead={t("lead")}>
      <ClientMessages namespaces={["settings", "identity"]}>
        <IdentityForm programmeId={programmeId} settings={settings} />
      </ClientMessages>
      <ReadingsList path={sectionHref(base, "identity")} filter={filter} after={after} page={page} />
    </SettingsFrame>
  );
}
