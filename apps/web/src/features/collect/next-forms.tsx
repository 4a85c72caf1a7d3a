import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./form-screen.module.css";
import type { NextForm } from "./form-view";

const SHOWN = 4;

/** What is still to be collected from this participant, the most fitting first. */
export function NextForms({ forms }: { readonly forms: readonly NextForm[] }): React.JSX.Element {
  const t = useTranslations("collect");
  return (
    <section className={styles.card} aria-labelledby="next-forms">
      <h3 id="next-forms">{t("stored.next")}</h3>
      {forms.length === 0 ? <p>{t("stored.nextNone")}</p> : null}
      <ul className={styles.plain}>
        {forms.slice(0, SHOWN).map((form, index) => (
          <li key={form.href}>
            <Link
              className={buttonClass({ kind: index === 0 ? "primary" : "secondary" })}
              href={form.href}
              prefetch={false}
            >
              {form.title} · {form.timepoint} · {t(`state.${form.state}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
