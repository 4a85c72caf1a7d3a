import type { Failure } from "@alongside/domain/failure/failure";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { failureOf } from "@/trpc/failure-of";

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
  // Reasons are an open list that grows with the services: one without words of its own falls back to its code's.
  const say = useTranslations() as unknown as OpenTranslator;
  const reason = `failure.reason.${failure.reason}`;
  const requestId = failure.params?.requestId;
  return (
    <Notice tone={failure.code === "unexpected" ? "danger" : "caution"} title={t(`code.${failure.code}.happened`)}>
      {say.has(reason) ? <p>{say(reason, failure.params)}</p> : null}
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
      <p>{t(`code.${failure.code}.kept`)}</p>
      <p>{t(`code.${failure.code}.next`)}</p>
      {requestId ? <p>{t("reference", { requestId: String(requestId) })}</p> : null}
    </Notice>
  );
}

interface OpenTranslator {
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  has: (key: string) => boolean;
}
