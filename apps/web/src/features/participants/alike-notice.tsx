import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";

/** Somebody with the same initials and year, or the same number, is enrolled: a warning, which decides nothing. */
export function AlikeNotice(props: {
  /** Id of the form that looks for somebody: this notice stands inside another. */
  readonly finder: string;
  /** At the sites of whoever asks; of another site only that there is somebody. */
  readonly codes: readonly string[];
  readonly elsewhere: boolean;
  readonly onAnyway: () => void;
}): React.JSX.Element {
  const { codes } = props;
  const t = useTranslations("participants.enrol");
  return (
    <Notice tone="caution" title={t("alikeTitle")}>
      {codes.length === 0 ? null : (
        <div>
          {t("alikeHere", { count: codes.length })}{" "}
          {codes.map((code, at) => (
            <span key={code}>
              {at === 0 ? null : " "}
              <Button type="submit" size="small" form={props.finder} name="q" value={code}>
                {code}
              </Button>
            </span>
          ))}
        </div>
      )}
      {props.elsewhere ? <p>{t("alikeElsewhere")}</p> : null}
      <p>{t("alikeAdvice")}</p>
      <Button onClick={props.onAnyway}>{t("alikeAnyway")}</Button>
    </Notice>
  );
}
