import { CONTACT_FIELD_NAMES } from "@alongside/domain/identity/contact-field";
import { CONTACT_PURPOSES } from "@alongside/domain/identity/contact-purpose";
import { buttonClass } from "@alongside/ui/primitives/button";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReadingsPage } from "@/features/contact-details/contact-view";
import table from "@/features/settings/plain-table.module.css";
import styles from "@/features/settings/settings.module.css";
import { type ReadingsFilter, type ReadingsPlace, readingsHref } from "./readings-query";

type Reading = ReadingsPage["readings"][number];

/** Who opened whose contact details, when and for what. A plain form and plain links: every view has an address. */
export function ReadingsList(props: {
  readonly path: string;
  readonly filter: ReadingsFilter;
  readonly after: ReadingsPlace | undefined;
  readonly page: ReadingsPage;
}): React.JSX.Element {
  const { path, filter, page } = props;
  const t = useTranslations("identity");
  return (
    <section className={styles.section} aria-labelledby="readings">
      <div>
        <h3 id="readings">{t("readings")}</h3>
        <p className={styles.note}>{t("readingsLead")}</p>
      </div>
      <search>
        <form className={styles.inline} action={path}>
          <label className={styles.field}>
            <span>{t("reader")}</span>
            <select name="person" defaultValue={filter.readerId ?? ""}>
              <option value="">{t("anyReader")}</option>
              {page.readers.map(({ readerId, name, count }) => (
                <option key={readerId} value={readerId}>
                  {t("readerCount", { name: name ?? t("somebody"), count })}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.field}>
            <span>{t("code")}</span>
            <input name="code" maxLength={40} defaultValue={filter.code} autoComplete="off" />
          </label>
          <button type="submit" className={buttonClass()}>
            {t("show")}
          </button>
          {Object.keys(filter).length > 0 ? (
            <Link href={path} className={buttonClass({ kind: "quiet" })} prefetch={false}>
              {t("clear")}
            </Link>
          ) : null}
        </form>
      </search>
      {page.readings.length === 0 ? <p>{t("readingsEmpty")}</p> : <ReadingsTable readings={page.readings} />}
      <div className={styles.actions}>
        {props.after ? (
          <Link href={readingsHref(path, filter)} className={buttonClass()} prefetch={false}>
            {t("newest")}
          </Link>
        ) : null}
        {page.next ? (
          <Link href={readingsHref(path, filter, page.next)} className={buttonClass()} prefetch={false}>
            {t("older")}
          </Link>
        ) : null}
      </div>
    </section>
  );
}

function ReadingsTable({ readings }: { readonly readings: readonly Reading[] }): React.JSX.Element {
  const t = useTranslations("identity");
  const words = useTranslations("contactDetails");
  const format = useFormatter();
  const purpose = (reading: Reading) => {
    const known = CONTACT_PURPOSES.find((one) => one === reading.purpose);
    return reading.purposeWords ?? (known ? words(`purpose.${known}`) : reading.purpose);
  };
  const fields = (reading: Reading) =>
    CONTACT_FIELD_NAMES.filter((field) => reading.fields.includes(field)).map((field) => words(`short.${field}`));
  return (
    <ScrollRegion place={`${table.scroller} ${table.stacked}`} label={t("readingsCaption")}>
      <table className={table.table}>
        <caption className="visually-hidden">{t("readingsCaption")}</caption>
        <thead>
          <tr>
            {(["at", "reader", "code", "purpose", "fields"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => (
            <tr key={reading.readingId}>
              <td data-column={t("column.at")}>
                <time dateTime={reading.readAt.toISOString()}>
                  {format.dateTime(reading.readAt, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })}
                </time>
              </td>
              <td data-column={t("column.reader")}>{reading.readerName ?? t("somebody")}</td>
              <th scope="row" data-column={t("column.code")}>
                {reading.code ?? t("gone")}
              </th>
              <td data-column={t("column.purpose")}>{purpose(reading)}</td>
              <td data-column={t("column.fields")} className={styles.quiet}>
                {fields(reading).join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
