import type { Failure } from "@alongside/domain/failure/failure";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import { failureOf } from "@/trpc/failure-of";
import { useReasonWords } from "./use-reason-words";

/**
 * An error in words: what happened, what was kept, what to do next. Give it whatever a query or mutation threw; an error
 * without a failure inside is a lost connection.
 */
export function FailureNotice({ error }: { readonly error: unknown }): React.JSX.Element {
  const failure = failureOf(error);
  const t = useTranslations("failure");
  if (failure) return <FailureWords failure={failure} />;
  return (
    <Notice tone="caution" title={t("connection.happened")}>
      <p>{t("connection.kept")}</p>
      <p>{t("connection.next")}</p>
    </Notice>
  );
}

/** A failure that is at hand as a value, e.g. from a check in the browser. */
export function FailureWords({ failure }: { readonly failure: Failure }): React.JSX.Element {
  const t = useTranslations("failure");
  const reasonWords = useReasonWords();
  const say = useOpenTranslations();
  const reason = reasonWords(failure);
  // What was kept and what to do next go with the code, unless the reason has more fitting words.
  const about = (part: "kept" | "next") => {
    const fitting = `failure.instead.${failure.reason}.${part}`;
    return say.has(fitting) ? say(fitting, failure.params) : t(`code.${failure.code}.${part}`);
  };
  const requestId = failure.params?.requestId;
  return (
    <Notice tone={failure.code === "unexpected" ? "danger" : "caution"} title={t(`code.${failure.code}.happened`)}>
      {reason === null ? null : <p>{reason}</p>}
      {failure.issues && failure.issues.length > 0 ? (
        <div>
          <p>{t("issues")}</p>
          <ul>
            {failure.issues.map((issue) => {
              const rule = `failure.rule.${issue.rule}`;
              const words = say.has(rule) ? say(rule, { ...issue.params, value: issue.value ?? "" }) : issue.rule;
              return <li key={`${issue.path} ${issue.rule}`}>{t("issue", { path: issue.path, rule: words })}</li>;
            })}
          </ul>
        </div>
      ) : null}
      <p>{about("kept")}</p>
      <p>{about("next")}</p>
      {requestId ? <p>{t("reference", { requestId: String(requestId) })}</p> : null}
    </Notice>
  );
}
