import { FRAMEWORK_LANGUAGES, type FrameworkLanguage } from "@alongside/domain/framework/bilingual-text";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./language-choice.module.css";

const NAMES = { en: "English", zh: "中文" } as const satisfies Record<FrameworkLanguage, string>;

/**
 * Switches the framework's own texts between its languages; the interface stays as it is.
 *
 * @param hrefFor the address of this same page in a language
 */
export function LanguageChoice(props: {
  readonly language: FrameworkLanguage;
  readonly hrefFor: (language: FrameworkLanguage) => string;
}): React.JSX.Element {
  const t = useTranslations("framework.language");
  return (
    <nav aria-label={t("label")} className={styles.choice}>
      {FRAMEWORK_LANGUAGES.map((language) => (
        <Link
          key={language}
          href={props.hrefFor(language)}
          prefetch={false}
          lang={language}
          hrefLang={language}
          aria-current={language === props.language ? "true" : undefined}
        >
          {NAMES[language]}
        </Link>
      ))}
    </nav>
  );
}
