"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { SavedLine } from "@/features/settings/saved-line";
import settings from "@/features/settings/settings.module.css";
import type { Person, Plan } from "@/features/settings/settings-views";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";

/** Who leads each site, and so is told when somebody without a role there opens a record. */
export function SiteLeads(props: {
  readonly programmeId: string;
  readonly sites: Plan["sites"];
  readonly people: readonly Pick<Person, "id" | "name">[];
}): React.JSX.Element {
  const t = useTranslations("openings.site");
  const settled = useSettled();
  const update = useMutation(
    useApi().site.update.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  return (
    <section aria-labelledby="site-leads">
      <h3 id="site-leads">{t("title")}</h3>
      <p className={settings.note}>{t("note")}</p>
      <div className={settings.form}>
        {props.sites.map(({ id: siteId, name, active, leadUserId }) => (
          <label key={siteId} className={settings.field}>
            <span>{t("label", { site: name })}</span>
            <select
              defaultValue={leadUserId ?? ""}
              onChange={({ target }) => {
                const lead = target.value === "" ? null : target.value;
                update.mutate({ programmeId: props.programmeId, siteId, name, active, leadUserId: lead });
              }}
            >
              <option value="">{t("administrators")}</option>
              {props.people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {update.error ? <FailureNotice error={update.error} /> : null}
      <SavedLine saved={settled.saved} />
    </section>
  );
}
