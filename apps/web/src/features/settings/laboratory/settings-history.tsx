import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { sectionHref } from "../sections";
import styles from "../settings.module.css";
import { PartChanges } from "./part-changes";
import type { SettingsVersion } from "./settings-draft";
import { SETTINGS_PARTS, useSettingsParts } from "./use-settings-parts";

/** Every version, newest first, with what it changed against the one before. */
export function SettingsHistory(props: {
  readonly base: string;
  readonly versions: readonly SettingsVersion[];
}): React.JSX.Element {
  const t = useTranslations("laboratorySettings.history");
  const format = useFormatter();
  const { versions } = props;
  const at = (day: Date) => format.dateTime(day, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return (
    <section className={styles.section} aria-labelledby="versions">
      <h3 id="versions">{t("title")}</h3>
      {versions.length === 0 ? <p>{t("none")}</p> : null}
      {versions.map((saved, place) => {
        const before = versions[place + 1];
        return (
          <article key={saved.version}>
            <h4>{t("version", { version: saved.version })}</h4>
            <p className={styles.note}>{t("by", { name: saved.savedBy ?? t("nobody"), at: at(saved.savedAt) })}</p>
            {before === undefined ? <Whole saved={saved} /> : <PartChanges before={before} after={saved} />}
          </article>
        );
      })}
      <p>
        <Link href={`${sectionHref(props.base, "audit")}?action=laboratory-settings.save`} prefetch={false}>
          {t("audit")}
        </Link>
      </p>
    </section>
  );
}

function Whole({ saved }: { readonly saved: SettingsVersion }): React.JSX.Element {
  const t = useTranslations("laboratorySettings");
  const words = useSettingsParts()(saved);
  return (
    <dl className={styles.facts}>
      {SETTINGS_PARTS.map((part) => (
        <Fragment key={part}>
          <dt>{t(`part.${part}`)}</dt>
          <dd>{words[part]}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
