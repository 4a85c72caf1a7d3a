import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import styles from "./snapshot.module.css";
import type { ReadSnapshot } from "./snapshot-views";

/** What was frozen, by whom and when, and whether its rows are still what they were. */
export function SnapshotFacts({ snapshot }: { readonly snapshot: ReadSnapshot }): React.JSX.Element {
  const t = useTranslations("snapshot");
  const format = useFormatter();
  const { definition, counts, takenAt, takenBy, contentHash } = snapshot;
  const time = format.dateTime(takenAt, { dateStyle: "medium", timeStyle: "short" });
  const { sites, cohorts, timepoints, definitions, plan } = definition;
  const names = (list: readonly { readonly name: string }[]) => format.list(list.map(({ name }) => name));
  return (
    <>
      <Integrity integrity={snapshot.integrity} />
      <dl className={styles.facts}>
        <dt>{t("facts.taken")}</dt>
        <dd>{t("taken", { name: takenBy ?? t("nobody"), time })}</dd>
        <dt>{t("facts.counts")}</dt>
        <dd>{counts === null ? t("facts.hidden") : t("counts", counts)}</dd>
        <dt>{t("facts.people")}</dt>
        <dd>{t("facts.everybody", { sites: sites.length, names: names(sites) })}</dd>
        <dt>{t("facts.arms")}</dt>
        <dd>{names(cohorts)}</dd>
        <dt>{t("facts.times")}</dt>
        <dd>{format.list(timepoints.map(({ label }) => label))}</dd>
        <dt>{t("facts.defined")}</dt>
        <dd>
          {definitions.length === 0
            ? t("facts.none")
            : format.list(definitions.map(({ name, number }) => t("facts.version", { name, number })))}
        </dd>
        <dt>{t("facts.plan")}</dt>
        <dd>
          {plan === null ? (
            t("facts.none")
          ) : (
            <>
              {t("facts.planVersion", { version: plan.version })} <code className={styles.code}>{plan.hash}</code>
            </>
          )}
        </dd>
        <dt>{t("facts.hash")}</dt>
        <dd>
          <code className={styles.code}>{contentHash}</code>
        </dd>
      </dl>
    </>
  );
}

function Integrity({ integrity }: Pick<ReadSnapshot, "integrity">): React.JSX.Element {
  const t = useTranslations("snapshot.integrity");
  const tone = integrity.kind === "altered" ? "danger" : "information";
  return (
    <Notice tone={tone} announced={false} title={t(`${integrity.kind}.title`)}>
      <p>{t(`${integrity.kind}.text`)}</p>
      {integrity.kind === "fewer" && integrity.people !== null ? <p>{t("fewer.people", integrity.people)}</p> : null}
    </Notice>
  );
}
