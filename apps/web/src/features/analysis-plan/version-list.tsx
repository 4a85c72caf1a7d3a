import { useTranslations } from "next-intl";
import styles from "./plan.module.css";
import { PlanFacts } from "./plan-facts";
import type { PlanChoices, SavedVersion } from "./plan-views";
import { PLAN_PARTS, usePlanParts } from "./use-plan-parts";
import { VersionMark } from "./version-mark";

/** Every version, newest first, with what it changed against the one before. What the newest says stands above the list. */
export function VersionList(props: {
  readonly versions: readonly SavedVersion[];
  readonly choices: PlanChoices;
}): React.JSX.Element {
  const t = useTranslations("analysisPlan.versions");
  const { versions, choices } = props;
  return (
    <section className={styles.section} aria-labelledby="versions">
      <h2 id="versions">{t("title")}</h2>
      {versions.map((saved, at) => (
        <article key={saved.version} className={styles.version}>
          <h3>{t("heading", { version: saved.version, title: saved.plan.title })}</h3>
          <VersionMark saved={saved} />
          <Changes saved={saved} before={versions[at + 1] ?? null} choices={choices} />
          {at === 0 ? null : (
            <details className={styles.more}>
              <summary>{t("whole", { version: saved.version })}</summary>
              <PlanFacts plan={saved.plan} choices={choices} />
            </details>
          )}
        </article>
      ))}
    </section>
  );
}

function Changes(props: {
  readonly saved: SavedVersion;
  readonly before: SavedVersion | null;
  readonly choices: PlanChoices;
}): React.JSX.Element {
  const t = useTranslations("analysisPlan.versions");
  const part = useTranslations("analysisPlan.part");
  const words = usePlanParts(props.choices);
  const { saved, before } = props;
  if (before === null) return <p>{t("first")}</p>;
  const [old, now] = [words(before.plan), words(saved.plan)];
  return (
    <div>
      <p>{t("changed", { version: before.version })}</p>
      <ul>
        {PLAN_PARTS.filter((one) => old[one] !== now[one]).map((one) => (
          <li key={one}>{t("change", { part: part(one), before: old[one], after: now[one] })}</li>
        ))}
      </ul>
    </div>
  );
}
