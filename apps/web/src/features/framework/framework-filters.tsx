import { ELEMENT_KINDS } from "@alongside/domain/framework/element-kinds";
import { ELEMENTS } from "@alongside/domain/framework/registry";
import { searchTerms } from "@alongside/domain/framework/search-terms";
import { SOURCES } from "@alongside/domain/framework/sources";
import { buttonClass } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import styles from "./framework-filters.module.css";
import { type FrameworkFilter, type FrameworkPlace, languageParameter, listHref, narrows } from "./framework-query";

/** The search form. It asks by address, so every result can be kept, shared and gone back to, and it needs no script. */
export function FrameworkFilters(props: {
  readonly place: FrameworkPlace;
  readonly filter: FrameworkFilter;
}): React.JSX.Element {
  const t = useTranslations("framework.search");
  const { place, filter } = props;
  const language = languageParameter(place);
  return (
    <search aria-label={t("label")}>
      <form action={place.base} method="get" className={styles.form}>
        <label className={fieldClass({ place: `${styles.field} ${styles.text}` })}>
          <span>{t("text")}</span>
          <input type="search" name="q" defaultValue={filter.text} maxLength={200} autoComplete="off" />
        </label>
        <label className={fieldClass({ place: styles.field })}>
          <span>{t("source")}</span>
          <select name="source" defaultValue={filter.source ?? ""}>
            <option value="">{t("anySource")}</option>
            {Object.entries(SOURCES).map(([key, source]) => (
              <option key={key} value={key}>
                {source.label[place.interfaceLanguage]}
              </option>
            ))}
          </select>
        </label>
        <label className={fieldClass({ place: styles.field })}>
          <span>{t("kind")}</span>
          <select name="kind" defaultValue={filter.kind ?? ""}>
            <option value="">{t("anyKind")}</option>
            {Object.entries(ELEMENT_KINDS).map(([key, label]) => (
              <option key={key} value={key}>
                {label[place.interfaceLanguage]}
              </option>
            ))}
          </select>
        </label>
        {language === "" ? null : <input type="hidden" name="lang" value={language} />}
        <button type="submit" className={buttonClass({ kind: "primary" })}>
          {t("submit")}
        </button>
      </form>
    </search>
  );
}

/** How much was found, and the way back to everything. */
export function FoundLine(props: {
  readonly place: FrameworkPlace;
  readonly filter: FrameworkFilter;
  readonly count: number;
}): React.JSX.Element {
  const t = useTranslations("framework.search");
  const total = ELEMENTS.length;
  if (!narrows(props.filter)) return <p className={styles.found}>{t("all", { total })}</p>;
  return (
    <div className={styles.found} role="status">
      <p>
        {t("found", { count: props.count, total })}{" "}
        <Link href={listHref(props.place)} prefetch={false}>
          {t("clear")}
        </Link>
      </p>
      <AlsoSearched {...props} />
    </div>
  );
}

/** Which typed words made the search look for other words as well, so that nobody wonders why something was found. */
function AlsoSearched(props: { readonly place: FrameworkPlace; readonly filter: FrameworkFilter }) {
  const t = useTranslations("framework.search");
  const format = useFormatter();
  return searchTerms(props.filter.text)
    .filter(({ also }) => also.length > 0)
    .map(({ typed, also }) => {
      const words = also.map((text) => t("quoted", { word: text[props.place.language] }));
      return <p key={typed}>{t("also", { typed, words: format.list(words) })}</p>;
    });
}
