import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import type { UnknownWord } from "./laboratory-import-views";

const MOST_SHOWN = 20;

/** Words nobody has explained yet, with how many rows they keep out. */
export function UnknownWords(props: {
  readonly words: readonly UnknownWord[];
  readonly onColumns: () => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const { words } = props;
  return (
    <Notice tone="caution" title={t("check.unknown.title", { n: words.length })}>
      <ul>
        {words.slice(0, MOST_SHOWN).map(({ field, text, rows }) => (
          <li key={`${field} ${text}`}>
            {t("check.unknown.word", { field: t(`field.${field}`), word: text, n: rows })}
          </li>
        ))}
      </ul>
      {words.length > MOST_SHOWN ? <p>{t("check.unknown.more", { n: words.length - MOST_SHOWN })}</p> : null}
      <p>
        <Button onClick={props.onColumns}>{t("check.unknown.say")}</Button>
      </p>
    </Notice>
  );
}
