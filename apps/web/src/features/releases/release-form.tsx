"use client";

import {
  needsWords,
  RELEASE_DESTINATIONS,
  RELEASE_PURPOSES,
  RELEASE_WORDS_MAX,
  RELEASE_WORDS_MIN,
  type ReleaseDays,
  type ReleaseDestination,
  type ReleasePurpose,
} from "@alongside/domain/release/release";
import { Button } from "@alongside/ui/primitives/button";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import styles from "./releases.module.css";
import { ScoresPart, type ScoresPlace } from "./scores-part";
import { usePurposeWords } from "./use-purpose-words";

/** So long a browser needs to have sent the form before it may carry another number. */
const SENT_MS = 1500;

/**
 * Asks for rows: what for, where to, in which form. A plain form that the server answers, with the file or with the list of
 * releases, so that it also works before the page has its script.
 */
export function ReleaseForm(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly what: "scores" | "data-package" | "outcome-script" | "results-script";
  /** The data set that was frozen of which the rows are; null for the records as they are. */
  readonly snapshotId: string | null;
  /** What was chosen on the page before, as its address says it. */
  readonly chosen: string;
  readonly firstId: string;
  readonly maySendOutside: boolean;
  readonly sites: ScoresPlace["sites"];
}): React.JSX.Element {
  const t = useTranslations("release.form");
  const language = useLocale();
  const purposeWords = usePurposeWords();
  // The same form sent twice asks once; whoever wants another file sends another number.
  const [releaseId, setReleaseId] = useState(props.firstId);
  const [purpose, setPurpose] = useState<ReleasePurpose>("planned-analysis");
  const [destination, setDestination] = useState<ReleaseDestination>("inside");
  const [days, setDays] = useState<ReleaseDays>("offset");
  const [sent, setSent] = useState(false);
  const outside = destination === "outside";
  return (
    <form
      method="post"
      action={`${props.base}/releases/file`}
      className={settings.form}
      onSubmit={() =>
        setTimeout(() => {
          setReleaseId(uuidv7());
          setSent(true);
        }, SENT_MS)
      }
    >
      <input type="hidden" name="releaseId" value={releaseId} />
      <input type="hidden" name="chosen" value={props.chosen} />
      <fieldset className={settings.fieldset}>
        <legend>{t("destination")}</legend>
        {RELEASE_DESTINATIONS.filter((one) => one === "inside" || props.maySendOutside).map((one) => (
          <label key={one} className={settings.choice}>
            <input
              type="radio"
              name="destination"
              value={one}
              required
              checked={destination === one}
              onChange={() => {
                setDestination(one);
                if (one === "outside") setDays("offset");
              }}
            />
            <span>
              {t(`destinations.${one}`)}
              <small className={styles.hint}>{t(`destinationHints.${one}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label className={settings.field}>
        <span>{t("purpose")}</span>
        <select
          name="purpose"
          value={purpose}
          onChange={(event) =>
            setPurpose(RELEASE_PURPOSES.find((one) => one === event.target.value) ?? "planned-analysis")
          }
        >
          {RELEASE_PURPOSES.map((one) => (
            <option key={one} value={one}>
              {purposeWords(one)}
            </option>
          ))}
        </select>
      </label>
      <WatchedField
        name="words"
        rows={3}
        required={needsWords(purpose, destination)}
        minLength={RELEASE_WORDS_MIN}
        maxLength={RELEASE_WORDS_MAX}
        label={needsWords(purpose, destination) ? t("words") : t("wordsIfAny")}
        hint={outside ? t("wordsHintOutside") : t("wordsHint")}
        place={settings.field}
      />
      {props.what === "data-package" ? (
        <label className={settings.field}>
          <span>{t("language")}</span>
          <select name="language" defaultValue={language}>
            <option value="en">{t("languages.en")}</option>
            <option value="zh">{t("languages.zh")}</option>
          </select>
          <small>{t("languageHint")}</small>
        </label>
      ) : null}
      {props.what === "scores" || props.what === "data-package" ? (
        <ScoresPart
          snapshotId={props.snapshotId}
          programmeId={props.programmeId}
          sites={props.sites}
          destination={destination}
          days={days}
          onDays={setDays}
        />
      ) : null}
      <div className={settings.actions}>
        <Button type="submit" kind={sent ? "secondary" : "primary"}>
          {outside ? t("submitOutside") : sent ? t("submitAgain") : t("submitInside")}
        </Button>
      </div>
      <p role="status">
        {sent && !outside ? t.rich("sent", { link: (words) => <a href={`${props.base}/releases`}>{words}</a> }) : null}
      </p>
    </form>
  );
}
