import { LAB_KIND_FACTS, LAB_KINDS, type LabKind } from "@alongside/domain/laboratory/kinds";
import { useLocale, useTranslations } from "next-intl";
import styles from "./laboratory.module.css";

/** What was measured: chosen before anything else. */
export function KindChoice(props: {
  readonly kind: LabKind;
  readonly onKind: (kind: LabKind) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratory");
  const locale = useLocale();
  return (
    <fieldset className={styles.kinds}>
      <legend className="visually-hidden">{t("kindLabel")}</legend>
      {LAB_KINDS.map((kind) => (
        <label key={kind} className={styles.kind}>
          <input
            type="radio"
            name="measured"
            value={LAB_KINDS.indexOf(kind)}
            checked={kind === props.kind}
            onChange={() => props.onKind(kind)}
          />
          <span>{LAB_KIND_FACTS[kind].label[locale]}</span>
        </label>
      ))}
    </fieldset>
  );
}
