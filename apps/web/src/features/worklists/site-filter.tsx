import { buttonClass } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { useTranslations } from "next-intl";
import { type WorklistQuery, wordOf } from "./worklist-query";
import type { Sites } from "./worklist-view";
import styles from "./worklists.module.css";

/** Narrows a list to one site: a plain GET form, so that it works before any script. */
export function SiteFilter(props: {
  readonly base: string;
  readonly query: WorklistQuery;
  readonly sites: Sites;
}): React.JSX.Element | null {
  const { base, query, sites } = props;
  const t = useTranslations("worklists.filter");
  if (sites.length < 2) return null;
  return (
    <search aria-label={t("label")}>
      <form key={query.siteId ?? ""} action={`${base}/worklists`} method="get" className={styles.filter}>
        {query.list ? <input type="hidden" name="list" value={wordOf(query.list)} /> : null}
        <label className={fieldClass()}>
          <span>{t("site")}</span>
          <select name="site" defaultValue={query.siteId ?? ""}>
            <option value="">{t("anySite")}</option>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass()}>
          {t("submit")}
        </button>
      </form>
    </search>
  );
}
