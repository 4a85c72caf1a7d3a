"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useDay } from "@/features/participants/calendar-day";
import table from "@/features/settings/plain-table.module.css";
import { SavedLine } from "@/features/settings/saved-line";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import type { ListedVolunteer } from "./support-views";

const COLUMNS = ["code", "site", "started", "people", "contacts", "minutes"] as const;

/** Who gives support: by code, with what they gave lately. */
export function VolunteersScreen(props: {
  readonly programmeId: string;
  readonly volunteers: readonly ListedVolunteer[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly maySave: boolean;
}): React.JSX.Element {
  const t = useTranslations("support.volunteers");
  const day = useDay();
  const format = useFormatter();
  const settled = useSettled();
  const end = useMutation(
    useApi().volunteer.end.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const { programmeId, volunteers, today } = props;
  return (
    <div className={settings.section}>
      {props.maySave ? <AddForm programmeId={programmeId} sites={props.sites} today={today} /> : null}
      {end.error ? <FailureNotice error={end.error} /> : null}
      {volunteers.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ScrollRegion place={`${table.scroller} ${table.stacked}`} label={t("caption")}>
          <table className={table.table}>
            <caption className="visually-hidden">{t("caption")}</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`column.${column}`)}
                  </th>
                ))}
                {props.maySave ? <th scope="col">{t("column.end")}</th> : null}
              </tr>
            </thead>
            <tbody>
              {volunteers.map(({ volunteerId, code, site, startedOn, leftOn, people, contacts, minutes }) => (
                <tr key={volunteerId}>
                  <th scope="row" data-column={t("column.code")}>
                    {code}
                  </th>
                  <td data-column={t("column.site")}>{site}</td>
                  <td data-column={t("column.started")}>
                    {leftOn === null ? day(startedOn) : t("fromTo", { from: day(startedOn), to: day(leftOn) })}
                  </td>
                  <td data-column={t("column.people")}>{format.number(people)}</td>
                  <td data-column={t("column.contacts")}>{format.number(contacts)}</td>
                  <td data-column={t("column.minutes")}>{format.number(minutes)}</td>
                  {props.maySave ? (
                    <td data-column={t("column.end")}>
                      <Button
                        kind="quiet"
                        disabled={end.isPending || settled.refreshing}
                        onClick={() => end.mutate({ programmeId, volunteerId, leftOn: leftOn === null ? today : null })}
                        aria-label={leftOn === null ? t("leftOf", { code }) : t("backOf", { code })}
                      >
                        {leftOn === null ? t("left") : t("back")}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </div>
  );
}

function AddForm(props: {
  readonly programmeId: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
}): React.JSX.Element {
  const t = useTranslations("support.volunteers");
  const form = useRef<HTMLFormElement>(null);
  const [volunteerId, setId] = useState(uuidv7);
  const settled = useSettled(() => {
    form.current?.reset();
    setId(uuidv7());
  });
  const add = useMutation(
    useApi().volunteer.add.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string) => String(given.get(name) ?? "");
    const place = { programmeId: props.programmeId, siteId: field("site") };
    add.mutate({ ...place, volunteerId, code: field("code"), startedOn: field("startedOn") });
  };
  return (
    <form ref={form} className={settings.card} onSubmit={submit} aria-label={t("add")}>
      <div className={settings.inline}>
        <label className={settings.field}>
          <span>{t("column.code")}</span>
          <input name="code" required minLength={2} maxLength={16} autoComplete="off" spellCheck={false} />
          <small>{t("codeHint")}</small>
        </label>
        <label className={settings.field}>
          <span>{t("column.site")}</span>
          <select name="site" required>
            {props.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className={settings.field}>
          <span>{t("column.started")}</span>
          <input type="date" name="startedOn" required max={props.today} defaultValue={props.today} />
        </label>
      </div>
      {add.error ? <FailureNotice error={add.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="primary" disabled={add.isPending || settled.refreshing}>
          {t("addOne")}
        </Button>
        <SavedLine saved={settled.saved} />
      </div>
    </form>
  );
}
