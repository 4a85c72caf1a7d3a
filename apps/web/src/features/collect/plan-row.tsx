import { findInstrument } from "@alongside/domain/instruments/registry";
import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formHref } from "./address";
import { instrumentName, languageFor } from "./form-setting";
import type { DueList, PlanPlace } from "./form-view";
import { languageName } from "./language-name";
import styles from "./participant-plan-view.module.css";

const TONES = {
  upcoming: "neutral",
  open: "good",
  overdue: "caution",
  missed: "bad",
  done: "neutral",
  "done-out-of-window": "neutral",
  "not-expected": "neutral",
} as const satisfies Record<PlanPlace["state"], BadgeTone>;

/** One form of the plan: how far it is, and the ways to begin it or to see what was recorded. */
export function PlanRow(props: {
  readonly base: string;
  readonly participantId: string;
  readonly place: PlanPlace;
  readonly languages: DueList["languages"][string];
  /** False where no form opens for this person. */
  readonly opens: boolean;
}): React.JSX.Element {
  const { base, participantId, place } = props;
  const t = useTranslations("collect");
  const format = useFormatter();
  const locale = useLocale();
  const instrument = instrumentName(place.instrument, locale);
  const named = { instrument, timepoint: place.timepointLabel };
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  const href = formHref(base, { ...place, participantId });
  return (
    <li className={styles.place}>
      <div className={styles.name}>
        <span>{instrument}</span>
        <StatusBadge tone={TONES[place.state]}>{t(`state.${place.state}`)}</StatusBadge>
      </div>
      {place.collected === null ? (
        props.opens ? (
          <Begin {...props} named={named} />
        ) : null
      ) : (
        <div className={styles.begin}>
          <span className={styles.facts}>{t("plan.recorded", { date: day(place.collected.answeredOn) })}</span>
          <Link className={buttonClass()} href={href} aria-label={t("plan.openFor", named)} prefetch={false}>
            {t("plan.open")}
          </Link>
        </div>
      )}
    </li>
  );
}

/** The ways to begin a form. Laboratory results and the like are looked up rather than asked, in no language. */
function Begin(
  props: Parameters<typeof PlanRow>[0] & {
    readonly named: { readonly instrument: string; readonly timepoint: string };
  },
): React.JSX.Element {
  const { base, participantId, place, named } = props;
  const t = useTranslations("collect.plan");
  const locale = useLocale();
  const at = { ...place, participantId };
  const look = place.state === "open" || place.state === "overdue" ? "primary" : "secondary";
  if (findInstrument(place.instrument)?.kind !== "questionnaire") {
    return (
      <div className={styles.begin}>
        <Link
          className={buttonClass({ kind: look })}
          href={formHref(base, at, { mode: "paper", ...languageFor(place.instrument, locale) })}
          aria-label={t("recordFor", named)}
          prefetch={false}
        >
          {t("record")}
        </Link>
      </div>
    );
  }
  // Questions that cannot be shown cannot be read out either: they are on the programme's licensed paper copy.
  const canBeAsked = props.languages.some(({ wording }) => wording.kind !== "not-loaded");
  return (
    <form action={formHref(base, at)} method="get" className={styles.begin}>
      <LanguageChoice languages={props.languages} label={t("languageFor", named)} />
      {canBeAsked ? (
        <Button type="submit" kind={look} name="mode" value="interview" aria-label={t("interviewFor", named)}>
          {t("interview")}
        </Button>
      ) : null}
      <Button
        type="submit"
        kind={canBeAsked ? "secondary" : look}
        name="mode"
        value="paper"
        aria-label={t("paperFor", named)}
      >
        {t("paper")}
      </Button>
    </form>
  );
}

/** The language to collect in; those whose questions can be shown come first. The interface language is proposed. */
function LanguageChoice(props: {
  readonly languages: DueList["languages"][string];
  readonly label: string;
}): React.JSX.Element | null {
  const t = useTranslations("collect.wording");
  const locale = useLocale();
  const { languages } = props;
  if (languages.length === 0) return null;
  const shown = languages.filter(({ wording }) => wording.kind !== "not-loaded");
  const among = shown.length > 0 ? shown : languages;
  const proposed = among.find(({ tag }) => tag.split("-")[0] === locale) ?? among[0];
  return (
    <select name="language" className={styles.language} aria-label={props.label} defaultValue={proposed?.tag}>
      {languages.map(({ tag, wording }) => (
        <option key={tag} value={tag}>
          {languageName(tag, locale)}
          {wording.kind === "not-loaded" ? ` · ${t("short")}` : ""}
        </option>
      ))}
    </select>
  );
}
