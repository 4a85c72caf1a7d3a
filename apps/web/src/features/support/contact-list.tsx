"use client";

import { CONTACT_MODES, SUPPORT_TYPE_NAMES } from "@alongside/domain/support/contact";
import { Button } from "@alongside/ui/primitives/button";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useDay } from "@/features/participants/calendar-day";
import table from "@/features/settings/plain-table.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import styles from "./support.module.css";
import type { ListedContact } from "./support-views";

const COLUMNS = ["day", "code", "contact", "types", "volunteer"] as const;

/** Contacts, newest first. One that was logged by mistake is taken back where it stands. */
export function ContactList(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly contacts: readonly ListedContact[];
  readonly mayLog: boolean;
}): React.JSX.Element {
  const t = useTranslations("support.list");
  const settled = useSettled();
  const takeBack = useMutation(
    useApi().supportContact.takeBack.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  if (props.contacts.length === 0) return <p>{t("none")}</p>;
  return (
    <>
      {takeBack.error ? <FailureNotice error={takeBack.error} /> : null}
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
              {props.mayLog ? <th scope="col">{t("column.takeBack")}</th> : null}
            </tr>
          </thead>
          <tbody>
            {props.contacts.map((contact) => (
              <Row
                key={contact.contactId}
                base={props.base}
                contact={contact}
                onTakeBack={
                  props.mayLog
                    ? () => {
                        const { participantId, contactId } = contact;
                        takeBack.mutate({ programmeId: props.programmeId, participantId, contactId });
                      }
                    : null
                }
                isBusy={takeBack.isPending || settled.refreshing}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Row(props: {
  readonly base: string;
  readonly contact: ListedContact;
  readonly onTakeBack: (() => void) | null;
  readonly isBusy: boolean;
}): React.JSX.Element {
  const t = useTranslations("support.list");
  const names = useTranslations("support.type");
  const modes = useTranslations("support.mode");
  const day = useDay();
  const { contact } = props;
  const mode = CONTACT_MODES.find((one) => one === contact.mode);
  const given = SUPPORT_TYPE_NAMES.filter((type) => contact.shares[type] > 0);
  const inWords = given.map((type) => t("share", { type: names(type), share: contact.shares[type] }));
  return (
    <tr>
      <td data-column={t("column.day")} className={table.short}>
        {day(contact.happenedOn)}
      </td>
      <th scope="row" data-column={t("column.code")} className={table.short}>
        <Link href={`${props.base}/participants/${contact.participantId}`} prefetch={false}>
          {contact.code}
        </Link>
      </th>
      <td data-column={t("column.contact")}>
        {t("minutes", { minutes: contact.minutes })}
        <small className={styles.hint}>
          {contact.inGroup === null ? mode && modes(mode) : t("group", { people: contact.inGroup })}
        </small>
      </td>
      <td data-column={t("column.types")} className={styles.given}>
        {inWords.join(" · ")}
      </td>
      <td data-column={t("column.volunteer")}>{contact.volunteer ?? t("nobody")}</td>
      {props.onTakeBack === null ? null : (
        <td data-column={t("column.takeBack")}>
          <Button
            kind="quiet"
            disabled={props.isBusy}
            onClick={props.onTakeBack}
            aria-label={t("takeBackOf", { code: contact.code, day: day(contact.happenedOn) })}
          >
            {t("takeBack")}
          </Button>
        </td>
      )}
    </tr>
  );
}
