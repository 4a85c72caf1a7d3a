import { isKnownAtBaseline } from "@alongside/domain/cohort-definition/criteria";
import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import styles from "./cohort-definition.module.css";
import { CriteriaWords } from "./criteria-words";
import { definitionHref, definitionsHref } from "./definition-address";
import type { CriteriaChoices, DefinedCohort, Definitions } from "./definition-views";

/**
 * Every cohort that somebody defined. Those that are ticked are shown beside each other: a plain form, so that every choice
 * has an address and needs no script.
 */
export function DefinitionList(props: {
  readonly base: string;
  readonly definitions: Definitions;
  readonly chosen: readonly string[];
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition");
  const { base, chosen } = props;
  const { definitions, choices } = props.definitions;
  if (definitions.length === 0) {
    return (
      <EmptyState title={t("none.title")} actions={null}>
        <p>{t("none.text")}</p>
      </EmptyState>
    );
  }
  return (
    <form method="get" action={definitionsHref(base)}>
      <ul className={styles.list}>
        {definitions.map((one) => (
          <li key={one.definitionId}>
            <Card base={base} definition={one} choices={choices} isChosen={chosen.includes(one.definitionId)} />
          </li>
        ))}
      </ul>
      <div className={styles.head}>
        <Button type="submit" kind="primary" formAction={`${base}/change`}>
          {t("showChange")}
        </Button>
        <Button type="submit">{t("showOverlap")}</Button>
        <span className={styles.hint}>{t("most")}</span>
      </div>
    </form>
  );
}

function Card(props: {
  readonly base: string;
  readonly definition: DefinedCohort;
  readonly choices: CriteriaChoices;
  readonly isChosen: boolean;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition");
  const format = useFormatter();
  const { definition, choices } = props;
  const { definitionId, name, number, criteria, savedAt, savedBy, archived } = definition;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <h2>{name}</h2>
        {archived ? <StatusBadge tone="neutral">{t("archived")}</StatusBadge> : null}
        {isKnownAtBaseline(criteria) ? null : <StatusBadge tone="caution">{t("describesOnly")}</StatusBadge>}
      </div>
      <CriteriaWords criteria={criteria} choices={choices} />
      <p className={styles.hint}>
        {t("saved", {
          number,
          name: savedBy ?? t("nobody"),
          day: format.dateTime(savedAt, { dateStyle: "medium" }),
        })}
      </p>
      <div className={styles.head}>
        <label className={styles.choose}>
          <input type="checkbox" name="cohort" value={definitionId} defaultChecked={props.isChosen} />
          <span>{t("choose", { name })}</span>
        </label>
        <Link
          href={definitionHref(props.base, definitionId)}
          className={buttonClass({ kind: "quiet", size: "small" })}
          prefetch={false}
          aria-label={t("openNamed", { name })}
        >
          {t("open")}
        </Link>
      </div>
    </article>
  );
}
