import type { Failure } from "@alongside/domain/failure/failure";
import { Notice } from "@alongside/ui/primitives/notice";
import Link from "next/link";
import { useTranslations } from "next-intl";

const REASONS = [
  "symbol",
  "symbol-at",
  "symbol-suggestion",
  "check",
  "check-at",
  "check-suggestion",
  "swapped",
  "swapped-somewhere",
  "length",
] as const;

/** Says which character of a typed code looks wrong. What would fit is offered, never taken. */
export function CodeHint(props: {
  readonly failure: Failure;
  /** Where to look for a code that is offered. */
  readonly hrefOf: (code: string) => string;
}): React.JSX.Element {
  const { failure } = props;
  const t = useTranslations("participants");
  const say = useTranslations("failure.reason.participant-code");
  const kind = REASONS.find((one) => failure.reason === `participant-code.${one}`) ?? "check";
  const { suggestion = "", suggestions = "" } = failure.params ?? {};
  const offered = String(suggestions || suggestion)
    .split(", ")
    .filter(Boolean);
  const blank = { position: 0, found: "", suggestion: "", first: 0, second: 0, places: "", suggestions: "" };
  const params = { ...blank, ...failure.params };
  return (
    <Notice tone="caution" title={say(kind, params)}>
      {offered.map((code) => (
        <p key={code}>
          <Link href={props.hrefOf(code)} prefetch={false}>
            {t("didYouMean", { code })}
          </Link>
        </p>
      ))}
    </Notice>
  );
}
