import { useTranslations } from "next-intl";
import styles from "../settings.module.css";
import { type AssayInput, type ListedAssay, offeredOf, type TypedAssay, typedAssay } from "./assay-draft";
import { useAssayWords } from "./use-assay-words";

/** What will differ once an edition is saved: field by field, and which one new results are entered under. */
export function EditionDiffers(props: {
  readonly typed: TypedAssay;
  readonly assay: AssayInput;
  readonly follows: ListedAssay["assay"] | null;
  readonly listed: readonly ListedAssay[];
}): React.JSX.Element {
  const t = useTranslations("assayRegister");
  const words = useAssayWords();
  const { assay, follows, listed, typed } = props;
  const before = follows === null ? null : typedAssay(follows);
  const changed = before === null ? [] : words.changed(before, typed);
  const after = offeredOf([...listed, { assay, own: true, active: true }], assay.key);
  const name = typed.edition.trim();
  return (
    <section aria-labelledby="edition-differs">
      <h3 id="edition-differs">{t("differs.title")}</h3>
      {before === null || follows === null ? null : (
        <>
          <p>{t(changed.length === 0 ? "differs.nothing" : "differs.since", { edition: follows.edition })}</p>
          <ul className={styles.plainList}>
            {changed.map((field) => (
              <li key={field}>
                {t("differs.change", {
                  field: t(`field.${field}`),
                  before: words.value(field, before),
                  after: words.value(field, typed),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {after === assay
          ? t("differs.offered", { edition: name })
          : t("differs.notOffered", { edition: name, newest: after?.edition ?? "" })}
      </p>
      <p className={styles.note}>{t("differs.stays")}</p>
    </section>
  );
}
