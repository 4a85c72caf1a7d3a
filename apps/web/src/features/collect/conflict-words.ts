import "server-only";
import { questionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { allItems, answerText } from "@alongside/ui/questionnaire/flow.model";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ConflictWords, Difference } from "./conflict-card";
import { instrumentName } from "./form-setting";
import type { ConflictView } from "./form-view";
import { languageName } from "./language-name";
import { modeOf } from "./recorded-screen";

/** A disagreement in words of the interface language, reduced to what differs. */
export async function conflictWords(
  conflict: ConflictView,
  timepointLabels: ReadonlyMap<string, string>,
): Promise<ConflictWords> {
  const [t, format, locale] = await Promise.all([getTranslations("collect"), getFormatter(), getLocale()]);
  const { stored, other } = conflict;
  const label = (timepointId: string) => timepointLabels.get(timepointId) ?? timepointId;
  const facts: readonly Difference[] = [
    fact(t("conflicts.timepoint"), label(stored.timepointId), label(other.timepointId)),
    fact(
      t("conflicts.instrument"),
      instrumentName(stored.instrument, locale),
      instrumentName(other.instrument, locale),
    ),
    fact(t("conflicts.answeredOn"), stored.answeredOn, other.answeredOn),
    fact(t("conflicts.mode"), t(`mode.${modeOf(stored.mode)}`), t(`mode.${modeOf(other.mode)}`)),
    fact(t("conflicts.language"), languageName(stored.language, locale), languageName(other.language, locale)),
  ];
  const received = format.dateTime(conflict.receivedAt, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return {
    conflictId: conflict.conflictId,
    title: `${instrumentName(stored.instrument, locale)} · ${label(stored.timepointId)}`,
    received: t("conflicts.received", { date: `${received} UTC` }),
    differences: [...facts, ...(await answerDifferences(conflict, locale))].filter((one) => one.stored !== one.other),
  };
}

function fact(what: string, stored: string, other: string): Difference {
  return { key: what, what, stored, other };
}

async function answerDifferences({ stored, other }: ConflictView, locale: string): Promise<readonly Difference[]> {
  const t = await getTranslations("collect.question");
  const instrument = findInstrument(stored.instrument, stored.edition);
  if (instrument === undefined) return [];
  const words = (item: Parameters<typeof answerText>[0], answer: Parameters<typeof answerText>[1]) => {
    if (answer === "skipped") return t("skipped");
    if (answer === "declined") return t("declined");
    return answerText(item, answer) ?? t("notAnswered");
  };
  return allItems(questionnaireView(instrument, { language: locale, packs: [] })).map(({ item }) => ({
    key: item.id,
    what: `${item.number} ${item.text ?? ""}`.trim(),
    stored: words(item, stored.answers[item.id]),
    other: words(item, other.answers[item.id]),
  }));
}
