"use client";

import { useTranslations } from "next-intl";
import { useApiClient } from "@/trpc/client";
import { NamedList } from "./named-list";
import type { Plan } from "./settings-views";

/** The programme's sites: add, rename, close, reopen. */
export function SitesPanel(props: { readonly programmeId: string; readonly sites: Plan["sites"] }): React.JSX.Element {
  const t = useTranslations("settings.sites");
  const { site } = useApiClient();
  const { programmeId } = props;
  return (
    <NamedList
      words={{
        ...{ caption: t("caption"), empty: t("empty"), add: t("add"), addName: t("addName") },
        ...{ closeTitle: (name) => t("closeTitle", { name }), closeText: t("closeText") },
      }}
      rows={props.sites}
      longestName={80}
      onAdd={(name) => site.create.mutate({ programmeId, name })}
      onChange={({ id: siteId, name, active }) => site.update.mutate({ programmeId, siteId, name, active })}
    />
  );
}
