import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useTranslations } from "next-intl";
import { byTopic } from "./access-topics";
import styles from "./plain-table.module.css";
import type { AccessRow } from "./settings-views";

/** The table that decides every request, in words. */
export function AccessTable({ rows }: { readonly rows: readonly AccessRow[] }): React.JSX.Element {
  const t = useTranslations("settings");
  const shell = useTranslations("shell.role");
  const roles = rows[0]?.reach.map(({ role }) => role) ?? [];
  return (
    <ScrollRegion place={`${styles.scroller} ${styles.stacked} ${styles.flowing}`} label={t("access.caption")}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("access.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("access.verb")}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {shell(role)}
              </th>
            ))}
          </tr>
        </thead>
        {byTopic(rows).map(([topic, about]) => (
          <tbody key={topic}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={roles.length + 1}>
                {t(`access.topic.${topic}`)}
              </th>
            </tr>
            {about.map(({ verb, reach }) => (
              <tr key={verb}>
                <th scope="row">{t(`verb.${verb}`)}</th>
                {reach.map(({ role, reach: covers }) => (
                  <td
                    key={role}
                    data-column={shell(role)}
                    className={`${styles.short} ${covers === null ? styles.no : ""}`}
                  >
                    {t(`access.reach.${covers ?? "none"}`)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
