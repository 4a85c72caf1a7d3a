import "server-only";
import type { Answer } from "@alongside/domain/instruments/answers";
import { type QuestionnaireView, questionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { allItems, answerText, type FlowItem } from "@alongside/ui/questionnaire/flow.model";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type {
  ConflictWords,
  DecidedConflict,
  DecidedWords,
  Difference,
  OpenConflict,
  VersionWords,
} from "./conflict-view";
import { instrumentName } from "./form-setting";
import { instantWords } from "./instant-words";
import { languageName } from "./language-name";
import { modeOf } from "./recorded-screen";

/** What the screen knows besides the versions themselves. */
interface Surroundings {
  readonly timepointLabels: ReadonlyMap<string, string>;
  /** The questions as the programme shows them; null where the form cannot be opened any more. */
  readonly view: QuestionnaireView | null;
  readonly recordHref: string | null;
  /** Where the programme works: its clocks say when something was received. */
  readonly timeZone: string;
}

/** A disagreement in words of the interface language, reduced to what differs. */
export async function conflictWords(conflict: OpenConflict, around: Surroundings): Promise<ConflictWords> {
  const [t, locale] = await Promise.all([getTranslations("collect"), getLocale()]);
  const { stored, other } = conflict;
  const [storedWords, otherWords] = await Promise.all([
    versionWords(stored, around.timeZone),
    versionWords(other, around.timeZone),
  ]);
  const time = (timepointId: string) => around.timepointLabels.get(timepointId) ?? "–";
  const questionnaire = (code: string) => instrumentName(code, locale);
  const facts = [
    fact(t("conflicts.timepoint"), time(stored.timepointId), time(other.timepointId)),
    fact(t("conflicts.instrument"), questionnaire(stored.instrument), questionnaire(other.instrument)),
    fact(t("conflicts.answeredOn"), storedWords.answeredOn, otherWords.answeredOn),
    fact(t("conflicts.mode"), storedWords.mode, otherWords.mode),
    fact(t("conflicts.language"), languageName(stored.language, locale), languageName(other.language, locale)),
  ].filter((one) => one.stored !== one.other);
  const answers = await answerLines(conflict, around.view);
  const differing = answers.filter(({ item }) => stored.answers[item.id] !== other.answers[item.id]);
  return {
    conflictId: conflict.conflictId,
    title: `${questionnaire(stored.instrument)} · ${time(stored.timepointId)}`,
    recordHref: around.recordHref,
    stored: storedWords,
    other: otherWords,
    differences: [...facts, ...differing.map(({ line }) => line)],
    same: answers.length - differing.length,
    risk: other.risk ?? stored.risk,
  };
}

/** A settled disagreement in words of the interface language. */
export async function decidedWords(
  decided: DecidedConflict,
  { timepointLabels, timeZone }: Pick<Surroundings, "timepointLabels" | "timeZone">,
): Promise<DecidedWords> {
  const [t, format, locale] = await Promise.all([getTranslations("collect.conflicts"), getFormatter(), getLocale()]);
  const { conflictId, kept, reason } = decided;
  const date = format.dateTime(decided.decidedAt, { dateStyle: "medium", timeZone });
  return {
    conflictId,
    title: `${instrumentName(decided.instrument, locale)} · ${timepointLabels.get(decided.timepointId) ?? "–"}`,
    kept,
    when: t("decided.by", { name: decided.decidedBy ?? t("nobody"), date }),
    reason,
  };
}

async function versionWords(
  side: OpenConflict["stored"] | OpenConflict["other"],
  timeZone: string,
): Promise<VersionWords> {
  const [t, format] = await Promise.all([getTranslations("collect"), getFormatter()]);
  const answeredOn = new Date(`${side.answeredOn}T00:00:00Z`);
  return {
    by: side.receivedBy ?? t("conflicts.nobody"),
    received: instantWords(format, side.receivedAt, timeZone),
    mode: t(`mode.${modeOf(side.mode)}`),
    answeredOn: format.dateTime(answeredOn, { dateStyle: "medium", timeZone: "UTC" }),
  };
}

function fact(what: string, stored: string, other: string): Difference {
  return { key: what, what, language: null, stored, other, calls: [] };
}

async function answerLines(
  { stored, other }: OpenConflict,
  shown: QuestionnaireView | null,
): Promise<readonly { readonly item: FlowItem["item"]; readonly line: Difference }[]> {
  const t = await getTranslations("collect.question");
  const instrument = findInstrument(stored.instrument, stored.edition);
  const view = shown ?? (instrument && questionnaireView(instrument, { language: stored.language, packs: [] }));
  if (view === undefined) return [];
  const words = (item: FlowItem["item"], answer: Answer | undefined) => {
    if (answer === "skipped") return t("skipped");
    if (answer === "declined") return t("declined");
    return answerText(item, answer) ?? t("notAnswered");
  };
  const callsIn = (risk: OpenConflict["other"]["risk"], id: string) => risk?.items.some(({ item }) => item === id);
  return allItems(view).map(({ item }) => ({
    item,
    line: {
      key: item.id,
      what: item.text === null ? t("number", { number: item.number }) : `${item.number} ${item.text}`,
      language: item.text === null ? null : view.language,
      stored: words(item, stored.answers[item.id]),
      other: words(item, other.answers[item.id]),
      calls: [
        ...(callsIn(stored.risk, item.id) ? (["stored"] as const) : []),
        ...(callsIn(other.risk, item.id) ? (["other"] as const) : []),
      ],
    },
  }));
}
