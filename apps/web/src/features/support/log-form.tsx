"use client";

import { CONTACT_MODES } from "@alongside/domain/support/contact";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import { type LogDraft, type LogGap, readLog } from "./log-draft";
import styles from "./support.module.css";
import type { ListedVolunteer } from "./support-views";
import { TypeFields } from "./type-fields";

const USUAL_MINUTES = [10, 20, 30, 45, 60] as const;

/**
 * A contact in few touches: a code, how long, what kind of support. Day, way and volunteer stay as they were for the next one.
 */
export function LogForm(props: {
  readonly programmeId: string;
  readonly volunteers: readonly ListedVolunteer[];
  /** Today where the programme works. */
  readonly today: string;
}): React.JSX.Element {
  const t = useTranslations("support.log");
  const modes = useTranslations("support.mode");
  const [draft, setDraft] = useState<LogDraft>({
    ...{ codes: "", happenedOn: props.today, minutes: "", mode: "face-to-face", volunteerId: "" },
    ...{ types: [], parts: null },
  });
  const [gap, setGap] = useState<LogGap | null>(null);
  const [said, setSaid] = useState("");
  const [ids, setIds] = useState<ReadonlyMap<string, string>>(new Map());
  const codesId = useId();
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const settled = useSettled();
  const log = useMutation(
    useApi().supportContact.log.mutationOptions({
      onMutate: settled.begin,
      onSuccess: ({ logged }, { minutes }) => {
        setSaid(t("done", { codes: logged.map(({ code }) => code).join(", "), minutes }));
        setDraft((last) => ({ ...last, codes: "", minutes: "", types: [], parts: null }));
        setIds(new Map());
        first.current?.focus();
        settled.settle();
      },
    }),
  );
  const set = (changed: Partial<LogDraft>) => {
    log.reset();
    setGap(null);
    setSaid("");
    setDraft({ ...draft, ...changed });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readLog(draft);
    setGap(read.kind === "gap" ? read.gap : null);
    if (read.kind === "gap") return;
    // Sent again after a broken connection, the same people have the same ids.
    const known = new Map([...read.codes, GROUP].map((key) => [key, ids.get(key) ?? uuidv7()]));
    setIds(known);
    const { happenedOn, mode, volunteerId } = draft;
    log.mutate({
      ...{ programmeId: props.programmeId, happenedOn, mode, minutes: read.minutes, shares: read.shares },
      people: read.codes.map((code) => ({ contactId: known.get(code) ?? uuidv7(), code })),
      volunteerId: volunteerId === "" ? null : volunteerId,
      groupId: mode === "group" ? (known.get(GROUP) ?? uuidv7()) : null,
    });
  };
  const there = props.volunteers.filter(({ leftOn }) => leftOn === null || leftOn >= draft.happenedOn);
  return (
    <form className={styles.log} onSubmit={submit} aria-label={t("title")}>
      <fieldset className={settings.fieldset}>
        <legend>{t("mode")}</legend>
        <div className={styles.choices}>
          {CONTACT_MODES.map((mode) => (
            <label key={mode} className={settings.choice}>
              <input type="radio" name="mode" checked={draft.mode === mode} onChange={() => set({ mode })} />
              <span>{modes(mode)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className={settings.field}>
        <label htmlFor={codesId}>{draft.mode === "group" ? t("codes") : t("code")}</label>
        {draft.mode === "group" ? (
          <textarea
            id={codesId}
            ref={first}
            rows={4}
            value={draft.codes}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => set({ codes: event.target.value })}
          />
        ) : (
          <input
            id={codesId}
            ref={first}
            value={draft.codes}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => set({ codes: event.target.value })}
          />
        )}
      </div>
      <div className={styles.pair}>
        <label className={settings.field}>
          <span>{t("day")}</span>
          <input
            type="date"
            required
            max={props.today}
            value={draft.happenedOn}
            onChange={(event) => set({ happenedOn: event.target.value })}
          />
        </label>
        <label className={settings.field}>
          <span>{t("minutes")}</span>
          <input
            inputMode="numeric"
            value={draft.minutes}
            maxLength={3}
            autoComplete="off"
            onChange={(event) => set({ minutes: event.target.value })}
          />
        </label>
      </div>
      <fieldset className={styles.usual} aria-label={t("usual")}>
        {USUAL_MINUTES.map((minutes) => (
          <Button
            key={minutes}
            aria-pressed={draft.minutes === String(minutes)}
            onClick={() => set({ minutes: String(minutes) })}
          >
            {t("usualMinutes", { minutes })}
          </Button>
        ))}
      </fieldset>
      <TypeFields draft={draft} onDraft={set} />
      <label className={settings.field}>
        <span>{t("volunteer")}</span>
        <select value={draft.volunteerId} onChange={(event) => set({ volunteerId: event.target.value })}>
          <option value="">{t("nobody")}</option>
          {there.map(({ volunteerId, code, site }) => (
            <option key={volunteerId} value={volunteerId}>
              {t("volunteerAt", { code, site })}
            </option>
          ))}
        </select>
      </label>
      {gap === null ? null : <p role="alert">{t(`gap.${gap}`)}</p>}
      {log.error ? <FailureNotice error={log.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="primary" size="large" disabled={log.isPending}>
          {log.isPending ? t("busy") : t("submit")}
        </Button>
        <span role="status">{said}</span>
      </div>
    </form>
  );
}

/** Beside the codes of people, the key under which the id of the group is kept. */
const GROUP = " group";
