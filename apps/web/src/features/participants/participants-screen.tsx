import { buttonClass } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ListPages } from "@/features/shell/list-pages";
import { textSeal } from "@/server/sealed-text";
import { CodeHint } from "./code-hint";
import { type ListQuery, listHref, narrows } from "./list-query";
import type { ParticipantPage, Plan } from "./participant-views";
import styles from "./participants.module.css";
import { ParticipantsFilter } from "./participants-filter";
import { ParticipantsTable } from "./participants-table";

/** Everybody in the person's sites, by code. Asked for by address and drawn on the server, so it needs no script. */
export function ParticipantsScreen(props: {
  readonly base: string;
  readonly plan: Plan;
  readonly query: ListQuery;
  readonly page: ParticipantPage;
  readonly mayEnrol: boolean;
  /** Whether somebody may ask to open a record of a site that is not theirs. */
  readonly mayOpenElsewhere: boolean;
}): React.JSX.Element {
  const t = useTranslations("participants");
  const elsewhere = useTranslations("openings.ask");
  const { base, query, page } = props;
  const href = (wanted: ListQuery) => listHref(base, wanted, textSeal().seal);
  const add = (
    <Link href={`${base}/participants/new`} className={buttonClass({ kind: "primary" })} prefetch={false}>
      {t("add")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={props.mayEnrol ? add : undefined} />
      <ParticipantsFilter base={base} plan={props.plan} query={query} />
      <p className={styles.found} role="status">
        {page.count.more ? t("countMore", { n: page.count.n }) : t("count", { n: page.count.n })}{" "}
        {narrows(query) ? (
          <Link href={href({})} prefetch={false}>
            {t("clear")}
          </Link>
        ) : null}
      </p>
      {page.codeProblem ? <CodeHint failure={page.codeProblem} hrefOf={(text) => href({ text })} /> : null}
      {page.rows.length > 0 ? (
        <ParticipantsTable base={base} rows={page.rows} showSite={props.plan.sites.length > 1} />
      ) : null}
      {page.rows.length === 0 && !page.codeProblem ? <Nobody query={query} add={props.mayEnrol ? add : null} /> : null}
      {props.mayOpenElsewhere ? (
        <p>
          <Link href={`${base}/openings/new`} prefetch={false}>
            {elsewhere("link")}
          </Link>
        </p>
      ) : null}
      <ListPages
        first={query.after ? { href: href(withoutPage(query)), text: t("pageFirst") } : null}
        next={page.next ? { href: href({ ...query, after: page.next }), text: t("pageNext") } : null}
      />
    </>
  );
}

function Nobody({ query, add }: { readonly query: ListQuery; readonly add: React.ReactNode }): React.JSX.Element {
  const t = useTranslations("participants.none");
  if (narrows(query)) return <EmptyState title={t("title")}>{t("text")}</EmptyState>;
  return (
    <EmptyState title={t("firstTitle")} actions={add}>
      {t("firstText")}
    </EmptyState>
  );
}

function withoutPage({ after: _after, ...rest }: ListQuery): ListQuery {
  return rest;
}
