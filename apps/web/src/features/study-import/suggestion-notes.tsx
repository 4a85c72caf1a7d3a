import { useTranslations } from "next-intl";
import styles from "@/features/file-import/file-import.module.css";
import type { Suggestion } from "./study-import-views";

/** What the suggestion had to assume, to be looked at before it is trusted. */
export function SuggestionNotes({ notes }: { readonly notes: Suggestion["notes"] }): React.JSX.Element | null {
  const t = useTranslations("studyImport.columns");
  const say = useTranslations("importNote");
  if (notes.length === 0) return null;
  const kinds = [...new Set(notes.map((note) => note.note))];
  return (
    <details>
      <summary>{t("assumed", { n: kinds.length })}</summary>
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{say(kind)}</dt>
            <dd className={styles.small}>
              {notes
                .filter((note) => note.note === kind)
                .map((note) => note.subject)
                .join(", ")}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
