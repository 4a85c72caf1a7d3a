"use client";

import {
  CONTACT_FIELD_NAMES,
  CONTACT_FIELDS,
  CONTACT_PERMISSIONS,
  type ContactField,
  contactDetailsSchema,
} from "@alongside/domain/identity/contact-field";
import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import styles from "./contact-details.module.css";
import type { About } from "./contact-view";

const isPermission = (field: ContactField) => CONTACT_PERMISSIONS.some((one) => one === field);
const LONG = ["place", "discretion"] as const satisfies readonly ContactField[];

/** Writes or corrects contact details, without showing those that are kept. */
export function WriteDetails({ programmeId, participantId }: About): React.JSX.Element {
  const t = useTranslations("contactDetails");
  const router = useRouter();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const save = useMutation(
    useApi().contactDetails.save.mutationOptions({
      gcTime: 0,
      onSuccess: () => {
        form.current?.reset();
        router.refresh();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = [...new FormData(event.currentTarget)].filter(([, text]) => String(text).trim() !== "");
    const details = contactDetailsSchema.safeParse(Object.fromEntries(filled));
    if (details.success) save.mutate({ programmeId, participantId, details: details.data });
  };
  return (
    <form ref={form} className={styles.card} onSubmit={submit} autoComplete="off">
      <h2>{t("write")}</h2>
      <p>{t("writeHint")}</p>
      {CONTACT_FIELD_NAMES.filter((field) => !isPermission(field)).map((field) => (
        <label key={field} className={fieldClass()} htmlFor={`${id}-${field}`}>
          <span>{t(`field.${field}`)}</span>
          {LONG.some((one) => one === field) ? (
            <textarea
              id={`${id}-${field}`}
              name={field}
              rows={2}
              maxLength={CONTACT_FIELDS[field]}
              autoComplete="off"
            />
          ) : (
            <input
              id={`${id}-${field}`}
              name={field}
              type={field === "phone" ? "tel" : "text"}
              maxLength={CONTACT_FIELDS[field]}
              autoComplete="off"
              spellCheck={false}
            />
          )}
          {field === "discretion" ? <small className={styles.quiet}>{t("discretionHint")}</small> : null}
        </label>
      ))}
      {CONTACT_PERMISSIONS.map((field) => (
        <fieldset key={field} className={styles.choices}>
          <legend>{t(`field.${field}`)}</legend>
          <div className={styles.row}>
            {(["", "yes", "no"] as const).map((answer) => (
              <label key={answer} className={styles.choice}>
                <input type="radio" name={field} value={answer} defaultChecked={answer === ""} />
                {answer === "" ? t("keep") : t(`answer.${answer}`)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className={styles.quiet}>{t("permissionHint")}</p>
      {save.error ? <FailureNotice error={save.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={save.isPending}>
          {save.isPending ? t("saving") : t("save")}
        </Button>
      </div>
      <p role="status" className={styles.quiet}>
        {save.isSuccess ? t("saved") : ""}
      </p>
    </form>
  );
}
