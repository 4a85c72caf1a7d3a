import {
  PEOPLE_KINDS,
  PEOPLE_ORDERS,
  type PeopleKind,
  type PeopleOrder,
} from "@alongside/domain/outcomes/outcome-people";
import { buttonClass } from "@alongside/ui/primitives/button";
import { pageTabsClass } from "@alongside/ui/primitives/page-tabs";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EnrolmentBadge } from "@/features/participants/enrolment-badge";
import table from "@/features/settings/plain-table.module.css";
import settings from "@/features/settings/settings.module.css";
import { type OutcomeAddress, peopleHref } from "./outcome-address";
import type { OutcomePeople } from "./outcome-view";
import { useFigures } from "./use-figures";

type Person = OutcomePeople["people"][number];

/** Whose scores an outcome rests on: by code, with both scores, and why there is none. Every order and kind has an address. */
export function PeopleList(props: {
  readonly base: string;
  readonly address: OutcomeAddress;
  readonly order: PeopleOrder;
  readonly kind: PeopleKind;
  readonly found: OutcomePeople;
}): React.JSX.Element {
  const { base, address, order, kind, found } = props;
  const t = useTranslations("outcome.whose");
  const figures = useFigures();
  const to = (changed: { order?: PeopleOrder; kind?: PeopleKind; page?: number }) =>
    peopleHref(base, address, { order, kind, ...changed });
  const kinds = PEOPLE_KINDS.filter((one) => one === "all" || one === kind || found.counts[one] > 0);
  return (
    <div className={settings.section}>
      <nav className={pageTabsClass()} aria-label={t("kinds")}>
        {kinds.map((one) => (
          <Link key={one} href={to({ kind: one })} prefetch={false} aria-current={one === kind ? "page" : undefined}>
            {t("kindCount", { kind: t(`kind.${one}`), people: figures.count(found.counts[one]) })}
          </Link>
        ))}
      </nav>
      <nav className={settings.inline} aria-label={t("orders")}>
        <span>{t("orderBy")}</span>
        {PEOPLE_ORDERS.map((one) => (
          <Link
            key={one}
            href={to({ order: one })}
            prefetch={false}
            className={buttonClass({ kind: one === order ? "secondary" : "quiet" })}
            aria-current={one === order ? "true" : undefined}
          >
            {t(`order.${one}`)}
          </Link>
        ))}
      </nav>
      {found.people.length === 0 ? <p>{t("none")}</p> : <Table base={base} people={found.people} />}
      {found.pages > 1 ? (
        <nav className={settings.actions} aria-label={t("pages")}>
          {found.page > 1 ? (
            <Link href={to({ page: found.page - 1 })} className={buttonClass()} prefetch={false}>
              {t("before")}
            </Link>
          ) : null}
          <span>{t("page", { page: found.page, pages: found.pages })}</span>
          {found.page < found.pages ? (
            <Link href={to({ page: found.page + 1 })} className={buttonClass()} prefetch={false}>
              {t("after")}
            </Link>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}

function Table(props: { readonly base: string; readonly people: readonly Person[] }): React.JSX.Element {
  const t = useTranslations("outcome.whose");
  const figures = useFigures();
  const score = (value: number | null, state: Person["afterState"]) =>
    value === null ? <span className={table.no}>{t(`state.${state}`)}</span> : figures.score(value);
  const signed = (points: number) =>
    points > 0 ? t("more", { points: figures.score(points) }) : figures.score(points);
  return (
    <ScrollRegion place={`${table.scroller} ${table.stacked}`} label={t("caption")}>
      <table className={table.table}>
        <caption className="visually-hidden">{t("caption")}</caption>
        <thead>
          <tr>
            {(["code", "site", "standing", "before", "after", "change", "kind"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.people.map((person) => (
            <tr key={person.participantId}>
              <th scope="row" data-column={t("column.code")} className={table.short}>
                <Link href={`${props.base}/participants/${person.participantId}`} prefetch={false}>
                  {person.code}
                </Link>
              </th>
              <td data-column={t("column.site")}>{person.site}</td>
              <td data-column={t("column.standing")}>
                <EnrolmentBadge status={person.standing} />
              </td>
              <td data-column={t("column.before")}>{score(person.before, person.beforeState)}</td>
              <td data-column={t("column.after")}>{score(person.after, person.afterState)}</td>
              <td data-column={t("column.change")}>
                {person.change === null ? <span className={table.no}>{t("noChange")}</span> : signed(person.change)}
              </td>
              <td data-column={t("column.kind")}>{t(`kind.${person.category ?? "not-known"}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
