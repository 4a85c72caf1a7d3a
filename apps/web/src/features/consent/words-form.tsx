"use client";

import type { ConsentPurpose } from "@alongside/domain/consent/consent";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { languageName } from "@/features/collect/language-name";
import { FailureNotice } from "@/features/failure/failure-notice";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import type { PurposeSettings } from "./consent-views";

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The programme's own words of a purpose, in as many languages as people are asked in. Saved as a new version. */
export function WordsForm(props: {
  readonly programmeId: string;
  readonly purpose: ConsentPurpose;
  readonly edition: PurposeSettings["editions"][number];
  readonly onDone: () => void;
}): React.JSX.Element {
  const { programmeId, purpose, edition } = props;
  const t = useTranslations("consent.settings");
  const locale = useLocale();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(edition.texts);
  const [tag, setTag] = useState("");
  const settled = useSettled(props.onDone);
  const save = useMutation(
    useApi().consentSettings.saveWords.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ""));
    save.mutate({ programmeId, purpose, after: edition.version, texts: filled });
  };
  const mayAdd = TAG.test(tag) && texts[tag] === undefined;
  return (
    <form onSubmit={submit} className={settings.form}>
      {Object.entries(texts).map(([language, text]) => (
        <label key={language} className={settings.field}>
          <span>{t("text", { language: languageName(language, locale) })}</span>
          <textarea
            rows={5}
            maxLength={8000}
            lang={language}
            value={text}
            onChange={(event) => setTexts({ ...texts, [language]: event.target.value })}
          />
        </label>
      ))}
      <div className={settings.inline}>
        <label className={settings.field}>
          <span>{t("addLanguage")}</span>
          <input
            value={tag}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => setTag(event.target.value.trim())}
          />
        </label>
        <Button
          disabled={!mayAdd}
          onClick={() => {
            setTexts({ ...texts, [tag]: "" });
            setTag("");
          }}
        >
          {t("add")}
        </Button>
      </div>
      {save.error ? <FailureNotice error={save.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="primary" disabled={save.isPending}>
          {t("saveWords", { version: edition.version + 1 })}
        </Button>
      </div>
    </form>
  );
}
