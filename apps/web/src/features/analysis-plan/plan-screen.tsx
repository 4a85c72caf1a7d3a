import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { Notice } from "@alongside/ui/primitives/notice";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./plan.module.css";
import { PlanFacts } from "./plan-facts";
import type { PlanChoices, Plans } from "./plan-views";
import { PlannedOutcomes } from "./planned-outcomes";
import { VersionList } from "./version-list";
import { VersionMark } from "./version-mark";

/**
 * What was planned before the figures were seen, and every version of it.
 * @param props.form where a new version is written; null for somebody who may only read
 */
export function PlanScreen(props: {
  readonly base: string;
  readonly list: Plans;
  readonly choices: PlanChoices;
  readonly form: ReactNode;
}): React.JSX.Element {
  const t = useTranslations("analysisPlan");
  const { list, choices } = props;
  const newest = list.plans[0] ?? null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <Link href={`${props.base}/change`} prefetch={false}>
            {t("back")}
          </Link>
        }
      />
      <div className={styles.page}>
        {newest === null ? (
          <EmptyState title={t("none.title")}>
            <p>{t("none.text")}</p>
            {props.form === null ? <p>{t("none.ask")}</p> : null}
          </EmptyState>
        ) : (
          <section className={styles.section} aria-labelledby="current">
            <h2 id="current">{t("current")}</h2>
            <VersionMark saved={newest} />
            <PlanFacts plan={newest.plan} choices={choices} />
            <PlannedOutcomes saved={newest} list={list} choices={choices} />
          </section>
        )}
        <Notice tone="information" title={t("meaning.title")}>
          <p>{t("meaning.first")}</p>
          <p>{t("meaning.windows")}</p>
          <p>{t("meaning.limits")}</p>
        </Notice>
        {props.form}
        {newest === null ? null : <VersionList versions={list.plans} choices={choices} />}
      </div>
    </>
  );
}
