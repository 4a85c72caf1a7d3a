"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import styles from "./enrol-form.module.css";
import type { Plan } from "./participant-views";

const KINDS = ["peer-support", "comparison", "other"] as const;

/**
 * Site, cohort and day: all that is asked. The participant's id is made here once, so that pressing twice, or again after
 * a broken connection, enrols one person.
 */
export function EnrolForm(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly sites: Plan["sites"];
  readonly cohorts: Plan["cohorts"];
  /** Today where the programme works. */
  readonly today: string;
}): React.JSX.Element {
  const t = useTranslations("participants.enrol");
  const router = useRouter();
  const [participantId] = useState(uuidv7);
  const enrol = useMutation(
    useApi().participant.enrol.mutationOptions({
      onSuccess: (one) => router.push(`${props.base}/participants/${one.participantId}?new=1`),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    const { programmeId } = props;
    enrol.mutate({
      programmeId,
      participantId,
      siteId: field("site"),
      cohortId: field("cohort"),
      enrolledOn: field("enrolledOn"),
    });
  };
  const only = props.sites.length === 1 ? props.sites[0]?.id : undefined;
  return (
    <form onSubmit={submit} className={styles.form}>
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
      {enrol.error ? <FailureNotice error={enrol.error} /> : null}
      <div>
        <Button type="submit" kind="primary" size="large" disabled={enrol.isPending || enrol.isSuccess}>
          {enrol.isPending || enrol.isSuccess ? t("busy") : t("submit")}
        </Button>
      </div>
    </form>
  );
}
