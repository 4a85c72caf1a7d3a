"use client";

import { type Characteristic, NOT_RECORDED } from "@alongside/domain/characteristics/characteristics";
import type { DuplicateRecipe } from "@alongside/domain/identity/duplicate-recipe";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { uuidv7 } from "uuidv7";
import { draftOf, readDraft } from "@/features/characteristics/characteristics-draft";
import { CharacteristicsFields } from "@/features/characteristics/characteristics-fields";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { AlikeNotice } from "./alike-notice";
import styles from "./enrol-form.module.css";
import type { Plan } from "./participant-views";

const KINDS = ["peer-support", "comparison", "other"] as const;

/**
 * Site, cohort and day; and, where the programme asks for it, what shows that somebody is enrolled already. The participant's id is made here once, so that pressing twice, or again after
 * a broken connection, enrols one person.
 */
export function EnrolForm(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly sites: Plan["sites"];
  readonly cohorts: Plan["cohorts"];
  /** What the programme asks for to notice somebody enrolled twice. */
  readonly recipe: DuplicateRecipe;
  /** What it records about who people are. */
  readonly recorded: readonly Characteristic[];
  /** Today where the programme works. */
  readonly today: string;
}): React.JSX.Element {
  const t = useTranslations("participants.enrol");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [participantId] = useState(uuidv7);
  const enrol = useMutation(
    useApi().participant.enrol.mutationOptions({
      onSuccess: (one) => router.push(`${props.base}/participants/${one.participantId}?new=1`),
    }),
  );
  const { programmeId, recipe } = props;
  const [attribute, setAttribute] = useState("");
  const [who, setWho] = useState(() => draftOf(NOT_RECORDED));
  const characteristics = readDraft(who);
  // What was asked about, and that the answer did not keep somebody from going on.
  const [accepted, setAccepted] = useState<string | null>(null);
  const ask = useMutation(useApi().participant.findAlike.mutationOptions({ gcTime: 0 }));
  const isAlike = (answer: typeof ask.data) =>
    answer !== undefined && (answer.codes.length > 0 || answer.elsewhere) && accepted !== attribute;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    const field = (name: string) => String(filled.get(name) ?? "");
    const place = { siteId: field("site"), cohortId: field("cohort"), enrolledOn: field("enrolledOn") };
    // The browser has asked for a whole number already.
    if (characteristics === null) return;
    const person = { programmeId, participantId, ...place, characteristics };
    if (attribute.trim() === "") {
      enrol.mutate(person);
      return;
    }
    if (accepted !== attribute) {
      const answer = await ask.mutateAsync({ programmeId, attribute }).catch(() => null);
      if (answer === null || isAlike(answer)) return;
    }
    enrol.mutate({ ...person, attribute });
  };
  const finder = useId();
  const only = props.sites.length === 1 ? props.sites[0]?.id : undefined;
  return (
    <>
      <form id={finder} action={`${props.base}/find`} method="post" />
      <form ref={form} onSubmit={(event) => void submit(event)} className={styles.form}>
        <label className={styles.field}>
          <span>{t("site")}</span>
          <select name="site" required defaultValue={only ?? ""}>
            {only === undefined ? <option value="">{t("choose")}</option> : null}
            {props.sites.map((site) => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          <span>{t("cohort")}</span>
          <select name="cohort" required defaultValue="">
            <option value="">{t("choose")}</option>
            {props.cohorts.map((cohort) => {
              const kind = KINDS.find((one) => one === cohort.kind);
              return (
                <option key={cohort.id} value={cohort.id}>
                  {kind ? `${cohort.name} (${t(`kinds.${kind}`)})` : cohort.name}
                </option>
              );
            })}
          </select>
        </label>
        <label className={styles.field}>
          <span>{t("enrolledOn")}</span>
          <input type="date" name="enrolledOn" required defaultValue={props.today} max={props.today} />
          <small>{t("enrolledHint")}</small>
        </label>
        {recipe === "none" ? null : (
          <label className={styles.field}>
            <span>{t(`attribute.${recipe}`)}</span>
            <input
              type={recipe === "phone" ? "tel" : "text"}
              value={attribute}
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                ask.reset();
                setAttribute(event.target.value);
              }}
            />
            <small>{t("attributeHint")}</small>
          </label>
        )}
        <CharacteristicsFields recorded={props.recorded} draft={who} onDraft={setWho} />
        {ask.data && isAlike(ask.data) ? (
          <AlikeNotice
            finder={finder}
            codes={ask.data.codes}
            elsewhere={ask.data.elsewhere}
            onAnyway={() => {
              flushSync(() => setAccepted(attribute));
              form.current?.requestSubmit();
            }}
          />
        ) : null}
        {ask.error ? <FailureNotice error={ask.error} /> : null}
        {enrol.error ? <FailureNotice error={enrol.error} /> : null}
        <div>
          <Button
            type="submit"
            kind="primary"
            size="large"
            disabled={ask.isPending || enrol.isPending || enrol.isSuccess || isAlike(ask.data)}
          >
            {enrol.isPending || enrol.isSuccess ? t("busy") : t("submit")}
          </Button>
        </div>
      </form>
    </>
  );
}
