import type { CohortChange, FollowUpChange } from "@alongside/analysis/change/cohort-change";
import { formatRounded } from "@alongside/domain/display/rounding";
import { SuppressedValue } from "@alongside/ui/primitives/suppressed-value";
import { useLocale, useTranslations } from "next-intl";

/** A number of people as the server lets it be shown. */
export function CountValue({ count }: { readonly count: CohortChange["enrolled"] }): React.JSX.Element {
  const t = useTranslations("change.count");
  const parts = useTranslations("parts");
  const locale = useLocale();
  switch (count.kind) {
    case "exact":
      return <>{formatRounded(count.n, "count", locale)}</>;
    case "hidden":
      return (
        <SuppressedValue
          sign={parts("suppressed", { threshold: count.below })}
          reason={parts("suppressedReason", { threshold: count.below })}
        />
      );
    case "range":
      return <SuppressedValue sign={t("range", { low: count.low, high: count.high })} reason={t("rangeReason")} />;
  }
}

/** A count as plain words, for sentences. */
export function useCountText(): (count: CohortChange["enrolled"]) => string {
  const t = useTranslations("change.count");
  const parts = useTranslations("parts");
  const locale = useLocale();
  return (count) => {
    switch (count.kind) {
      case "exact":
        return formatRounded(count.n, "count", locale);
      case "hidden":
        return parts("suppressed", { threshold: count.below });
      case "range":
        return t("range", { low: count.low, high: count.high });
    }
  };
}

type Quantity = Extract<FollowUpChange["summary"], { kind: "summary" }>["meanBefore"];
type Estimate = FollowUpChange["change"];

/** Why there is no figure, in a word or two. */
export function NoFigure(props: {
  readonly figure: Exclude<Quantity | Estimate, { kind: "value" | "estimate" }>;
}): React.JSX.Element {
  const t = useTranslations("change.figure");
  const { figure } = props;
  if (figure.kind === "suppressed") {
    return <SuppressedValue sign={t("suppressed")} reason={t("suppressedReason")} />;
  }
  return <span>{t(figure.reason)}</span>;
}

/** A mean or a difference of means, rounded as everywhere, or why there is none. Of a yes-or-no measure in per cent. */
export function MeanValue(props: {
  readonly figure: Quantity | Estimate;
  readonly yesOrNo?: boolean;
}): React.JSX.Element {
  const round = useMeanText(props.yesOrNo === true);
  const { figure } = props;
  if (figure.kind === "value" || figure.kind === "estimate") return <>{round(figure.value)}</>;
  return <NoFigure figure={figure} />;
}

/** A mean, or an end of its interval, as text; a share of yes from 0 to 1 as percentage points. */
export function useMeanText(yesOrNo: boolean): (value: number) => string {
  const locale = useLocale();
  return (value) => (yesOrNo ? formatRounded(100 * value, "score", locale) : formatRounded(value, "mean", locale));
}
