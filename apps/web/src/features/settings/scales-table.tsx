import type { Instrument } from "@alongside/domain/instruments/instrument";
import { localText } from "@alongside/domain/instruments/questionnaire-view";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useLocale, useTranslations } from "next-intl";
import { MissingRuleWords } from "./missing-rule-words";
import styles from "./plain-table.module.css";

/** Every score of an instrument: range, which way is better, and the rule for missing answers. */
export function ScalesTable({ instrument }: { readonly instrument: Instrument }): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  const language = useLocale();
  const headers = [t("scale"), t("range"), t("better"), t("missing")] as const;
  return (
    <ScrollRegion
      place={`${styles.scroller} ${styles.stacked}`}
      label={t("scalesCaption", { name: instrument.abbreviation })}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">{t("scalesCaption", { name: instrument.abbreviation })}</caption>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instrument.scales.map((scale) => (
            <tr key={scale.code}>
              <th scope="row">{localText(scale.label, language)}</th>
              <td data-column={headers[1]}>
                {t("rangeOf", scale.range)} {scale.unit ?? ""}
              </td>
              <td data-column={headers[2]}>{t(`improvement.${scale.improvement}`)}</td>
              <td data-column={headers[3]}>
                <MissingRuleWords instrument={instrument} scale={scale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
