import { formatRounded, type RoundingPolicy } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";
import type { Estimate } from "./outcome-view";

/** Numbers as text, in the reader's language and with the digits everything else is shown with. */
export function useFigures() {
  const t = useTranslations("outcomeLong.figure");
  const reason = useTranslations("outcomeLong.reason");
  const locale = useLocale();
  const as = (policy: RoundingPolicy) => (value: number) => formatRounded(value, policy, locale);
  const mean = as("mean");
  const p = (value: number) => {
    const text = formatRounded(value, "p", locale);
    return t("p", { value: text.startsWith("<") ? text : t("equals", { value: text }) });
  };
  const why = (figure: Exclude<Estimate, { kind: "estimate" }>) =>
    figure.kind === "suppressed" ? reason("suppressed") : reason(figure.reason);
  const paragraph = (sentences: readonly (string | null)[]) =>
    sentences
      .filter((one) => one !== null)
      .reduce((first, second) => (first === "" ? second : t("sentences", { first, second })), "");
  return {
    locale,
    mean,
    score: as("score"),
    effect: as("effect"),
    share: as("proportion"),
    /** A share that is known to be a whole number of hundredths. */
    wholeShare: (value: number) => new Intl.NumberFormat(locale, { style: "percent" }).format(value),
    count: as("count"),
    p,
    why,
    interval: ({ low, high }: { readonly low: number; readonly high: number }) =>
      t("interval", { low: mean(low), high: mean(high) }),
    /** A chart in words: what each row is called and says. */
    summary: (rows: readonly { readonly label: string; readonly text: string }[]) =>
      rows.map(({ label, text }) => t("named", { name: label, text })).join(t("rows")),
    /** The same, a sentence a row. */
    sentences: (rows: readonly { readonly label: string; readonly text: string }[]) =>
      paragraph(rows.map(({ label, text }) => t("sentence", { name: label, text }))),
    /** Figures one after the other. */
    values: (texts: readonly string[]) => texts.join(t("values")),
    /** Sentences one after the other, without those there are none of. */
    paragraph,
    /** Statements one after the other. */
    statements: (texts: readonly string[]) => texts.join(t("rows")),
    /** A number of people and their share. */
    people: (people: number, total: number) =>
      t("of", { people: as("count")(people), share: as("proportion")(total === 0 ? 0 : people / total) }),
    /** A figure with its interval, or why there is none. */
    estimate: (figure: Estimate, policy: RoundingPolicy = "mean") =>
      figure.kind === "estimate"
        ? t("short", {
            value: as(policy)(figure.value),
            low: as(policy)(figure.interval.low),
            high: as(policy)(figure.interval.high),
          })
        : why(figure),
  };
}
