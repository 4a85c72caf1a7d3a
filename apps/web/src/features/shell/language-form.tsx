import { useLocale } from "next-intl";
import { LANGUAGES } from "@/i18n/languages";
import styles from "./language-form.module.css";

/** Each language under its own name. A plain form post that returns to the same page. */
export function LanguageForm({ label }: { readonly label: string }): React.JSX.Element {
  const current = useLocale();
  return (
    <form method="post" action="/language" className={styles.form}>
      <fieldset style={{ display: "contents" }}>
        <legend className="visually-hidden">{label}</legend>
        {LANGUAGES.map(({ tag, name, html }) => (
          <button
            key={tag}
            type="submit"
            name="language"
            value={tag}
            lang={html}
            className={styles.choice}
            aria-pressed={tag === current}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
