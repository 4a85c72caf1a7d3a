"use client";

import { CONTACT_FIELD_NAMES, CONTACT_PERMISSIONS, type ContactField } from "@alongside/domain/identity/contact-field";
import { CONTACT_PURPOSES, type ContactPurpose, SHOWN_FOR_SECONDS } from "@alongside/domain/identity/contact-purpose";
import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import { useApi } from "@/trpc/client";
import styles from "./contact-details.module.css";
import type { About, ShownDetails } from "./contact-view";
import { useCountdown } from "./use-countdown";

interface Shown {
  readonly details: ShownDetails["details"];
  readonly until: number;
}

/** Asks what contact details are needed for, shows them for a while, and forgets them. */
export function OpenDetails(props: About & { readonly kept: readonly ContactField[] }): React.JSX.Element {
  const { programmeId, participantId } = props;
  const t = useTranslations("contactDetails");
  const [shown, setShown] = useState<Shown | null>(null);
  const [wasShown, setWasShown] = useState(false);
  const [purpose, setPurpose] = useState<ContactPurpose | null>(null);
  const [words, setWords] = useState("");
  // The same question sent twice is one opening.
  const readingId = useRef(uuidv7());
  const name = useId();
  const read = useMutation(
    useApi().contactDetails.read.mutationOptions({
      gcTime: 0,
      onSuccess: ({ details, shownForSeconds }) => setShown({ details, until: Date.now() + shownForSeconds * 1000 }),
    }),
  );
  const { reset } = read;
  const hide = useCallback(() => {
    setShown(null);
    setWasShown(true);
    setPurpose(null);
    setWords("");
    // The answer is kept nowhere either.
    reset();
  }, [reset]);
  const seconds = useCountdown(shown?.until ?? null, hide);
  if (shown) return <ShownCard details={shown.details} seconds={seconds} onHide={hide} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (purpose === null) return;
    const asked = purpose === "other" ? { purpose, words } : { purpose };
    read.mutate({ programmeId, participantId, readingId: readingId.current, for: asked });
    readingId.current = uuidv7();
  };
  return (
    <form className={styles.card} onSubmit={submit}>
      <h2>{t("purposeTitle")}</h2>
      <p>{t("kept", { fields: props.kept.map((field) => t(`short.${field}`)).join(" · ") })}</p>
      <div className={styles.choices} role="radiogroup" aria-label={t("purposeTitle")}>
        {CONTACT_PURPOSES.map((one) => (
          <label key={one} className={styles.choice}>
            <input type="radio" name={name} required checked={purpose === one} onChange={() => setPurpose(one)} />
            {t(`purpose.${one}`)}
          </label>
        ))}
      </div>
      {purpose === "other" ? (
        <WatchedField
          label={t("words")}
          hint={t("wordsHint")}
          place={fieldClass()}
          required
          minLength={3}
          maxLength={200}
          value={words}
          onText={setWords}
        />
      ) : null}
      {read.error ? <FailureNotice error={read.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={read.isPending}>
          {read.isPending ? t("opening") : t("show", { seconds: SHOWN_FOR_SECONDS })}
        </Button>
      </div>
      <p role="status" className={styles.quiet}>
        {wasShown ? t("hidden") : ""}
      </p>
    </form>
  );
}

function ShownCard(props: {
  readonly details: ShownDetails["details"];
  readonly seconds: number;
  readonly onHide: () => void;
}): React.JSX.Element {
  const t = useTranslations("contactDetails");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isPermission = (field: ContactField) => CONTACT_PERMISSIONS.some((one) => one === field);
  const fields = CONTACT_FIELD_NAMES.filter((field) => props.details[field] !== undefined || isPermission(field));
  const said = (field: ContactField) => {
    const value = props.details[field];
    if (!isPermission(field)) return value;
    return t(`answer.${value === "yes" ? "yes" : value === "no" ? "no" : "unsaid"}`);
  };
  return (
    <section className={styles.card} aria-labelledby="shown-details">
      <h2 id="shown-details" ref={heading} tabIndex={-1}>
        {t("title")}
      </h2>
      <dl className={styles.shown}>
        {fields.map((field) => (
          <div key={field} className={styles.pair}>
            <dt>{t(`field.${field}`)}</dt>
            <dd>{said(field)}</dd>
          </div>
        ))}
      </dl>
      <p>{t("careful")}</p>
      <div className={styles.actions}>
        <Button onClick={props.onHide}>{t("hide")}</Button>
      </div>
      <p className={styles.quiet} role="timer" aria-live="off">
        {t("shown", { seconds: props.seconds })}
      </p>
    </section>
  );
}
