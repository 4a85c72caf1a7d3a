import { AUDIT_KINDS } from "@alongside/domain/access/audit-kind";
import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { openTranslator } from "@/i18n/open-translator";
import type { AuditFilter, AuditPlace } from "./audit-query";
import { auditHref } from "./audit-query";
import table from "./plain-table.module.css";
import styles from "./settings.module.css";
import type { AuditEvent, AuditPage, Person } from "./settings-views";
import { useActionWords } from "./use-action-words";

/** What somebody did who had not shown who they are. */
const NOT_SIGNED_IN = ["session.sign-in-failed", "session.unlock-failed"];

/**
 * The trail with its filter. A plain form and plain links: every view has an address of its own. The form is posted, and comes
 * back with the code sealed.
 */
export function AuditTrail(props: {
  readonly path: string;
  readonly filter: AuditFilter;
  /** What a code looks like in an address. */
  readonly seal: (text: string) => string;
  readonly after: AuditPlace | undefined;
  /** Null where the question cannot be answered. */
  readonly page: AuditPage | null;
  /** Said then. */
  readonly instead?: ReactNode;
  readonly people: readonly Person[];
  readonly actions: readonly string[];
}): React.JSX.Element {
  const t = useTranslations("settings.audit");
  const words = useActionWords();
  const { path, filter, seal, page } = props;
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <search>
        <form className={styles.inline} method="post" action={`${path}/find`}>
          <label className={styles.field}>
            <span>{t("kind")}</span>
            <select name="kind" defaultValue={filter.kind ?? ""}>
              <option value="">{t("anyKind")}</option>
              {AUDIT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kinds.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.field}>
            <span>{t("code")}</span>
            <input name="code" defaultValue={filter.code} maxLength={40} autoComplete="off" />
          </label>
          <label className={styles.field}>
            <span>{t("action")}</span>
            <select name="action" defaultValue={filter.action ?? ""}>
              <option value="">{t("anyAction")}</option>
              {props.actions.map((action) => (
                <option key={action} value={action}>
                  {words(action)}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.field}>
            <span>{t("person")}</span>
            <select name="person" defaultValue={filter.actorId ?? ""}>
              <option value="">{t("anybody")}</option>
              {props.people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.field}>
            <span>{t("from")}</span>
            <input type="date" name="from" defaultValue={filter.from} />
          </label>
          <label className={styles.field}>
            <span>{t("to")}</span>
            <input type="date" name="to" defaultValue={filter.to} />
          </label>
          <button type="submit" className={buttonClass()}>
            {t("submit")}
          </button>
          {narrowed ? (
            <Link href={path} className={buttonClass({ kind: "quiet" })} prefetch={false}>
              {t("clear")}
            </Link>
          ) : null}
        </form>
      </search>
      <p className={styles.note}>{t("days")}</p>
      <SaveForm path={path} filter={filter} />
      {page === null ? props.instead : page.events.length === 0 ? <p>{t("empty")}</p> : null}
      {page !== null && page.events.length > 0 ? (
        <EventTable path={path} seal={seal} events={page.events} names={page.names} />
      ) : null}
      <div className={styles.actions}>
        {props.after ? (
          <Link href={auditHref(path, filter, seal)} className={buttonClass()} prefetch={false}>
            {t("newest")}
          </Link>
        ) : null}
        {page?.next ? (
          <Link href={auditHref(path, filter, seal, page.next)} className={buttonClass()} prefetch={false}>
            {t("older")}
          </Link>
        ) : null}
      </div>
    </>
  );
}

/** Takes what the page is narrowed to as a file. */
function SaveForm({ path, filter }: { readonly path: string; readonly filter: AuditFilter }): React.JSX.Element {
  const t = useTranslations("settings.audit");
  const { actorId, ...rest } = filter;
  return (
    <form method="post" action={`${path}/table`}>
      {Object.entries({ ...rest, ...(actorId && { person: actorId }) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit">{t("save")}</Button> <span className={styles.note}>{t("saveNote")}</span>
    </form>
  );
}

function EventTable({
  path,
  seal,
  events,
  names,
}: {
  readonly path: string;
  readonly seal: (text: string) => string;
  readonly events: readonly AuditEvent[];
  readonly names: AuditPage["names"];
}): React.JSX.Element {
  const t = useTranslations("settings.audit");
  const words = useActionWords();
  const keyWords = useKeyWords();
  const format = useFormatter();
  const actor = (event: AuditEvent) =>
    event.actorName ?? (NOT_SIGNED_IN.includes(event.action) ? t("notSignedIn") : t("system"));
  const subject = (event: AuditEvent) => {
    const { participantCode: code } = event;
    if (code === null) return event.personName ?? t("theProgramme");
    return (
      <Link href={auditHref(path, { code }, seal)} prefetch={false} aria-label={t("ofParticipant", { code })}>
        {t("participant", { code })}
      </Link>
    );
  };
  return (
    <ScrollRegion place={`${table.scroller} ${table.stacked}`} label={t("caption")}>
      <table className={table.table}>
        <caption className="visually-hidden">{t("caption")}</caption>
        <thead>
          <tr>
            {(["at", "person", "action", "on", "detail"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td data-column={t("at")} className={table.short}>
                <time dateTime={event.at.toISOString()}>
                  {format.dateTime(event.at, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })}
                </time>
              </td>
              <td data-column={t("person")}>{actor(event)}</td>
              <th scope="row" data-column={t("action")}>
                {words(event.action)}
              </th>
              <td data-column={t("on")}>{subject(event)}</td>
              <td data-column={t("detail")} className={styles.quiet}>
                {detailText(event.detail, names, keyWords)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The recorded codes, as they are, and places by name: they are for whoever looks something up. */
function detailText(
  detail: AuditEvent["detail"],
  names: AuditPage["names"],
  keyWords: (key: string) => string,
): string {
  if (detail === null || typeof detail !== "object" || Array.isArray(detail)) return "";
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "")
    .map(
      ([name, value]) =>
        `${keyWords(name)}: ${[value]
          .flat()
          .map((one) => names[String(one)] ?? String(one))
          .join(", ")}`,
    )
    .join("; ");
}

/** Words for what a detail is about; what older versions wrote stands as it was written. */
function useKeyWords(): (key: string) => string {
  const say = openTranslator(useTranslations("settings.audit.key"));
  return (key) => (say.has(key) ? say(key) : key);
}
