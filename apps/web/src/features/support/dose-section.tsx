import { type Dose, typesGiven } from "@alongside/domain/support/dose";
import { useFormatter, useTranslations } from "next-intl";
import participant from "@/features/characteristics/characteristics.module.css";
import styles from "./support.module.css";

/** Support somebody was given in all, by type. Nothing logged is said as that. */
export function DoseSection({ dose }: { readonly dose: Dose }): React.JSX.Element {
  const t = useTranslations("support.dose");
  const names = useTranslations("support.type");
  const format = useFormatter();
  const minutes = (value: number) => t("minutes", { minutes: format.number(value, { maximumFractionDigits: 0 }) });
  return (
    <section className={participant.section} aria-labelledby="support">
      <h2 id="support">{t("title")}</h2>
      {dose.contacts === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <dl className={styles.facts}>
          <div>
            <dt>{t("all", { contacts: dose.contacts })}</dt>
            <dd>{minutes(dose.total)}</dd>
          </div>
          {typesGiven(dose).map((type) => (
            <div key={type}>
              <dt>{names(type)}</dt>
              <dd>{minutes(dose.byType[type])}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
