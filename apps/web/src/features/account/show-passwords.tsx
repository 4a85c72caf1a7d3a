"use client";

import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";
import { useIsInBrowser } from "./use-is-in-browser";

/** Shows or hides what is typed into the form's fields for passwords. Not there without script, where it could do nothing. */
export function ShowPasswords(): React.JSX.Element | null {
  const t = useTranslations("parts");
  const inBrowser = useIsInBrowser();
  const change = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    for (const field of currentTarget.form?.querySelectorAll<HTMLInputElement>("input[data-password]") ?? [])
      field.type = currentTarget.checked ? "text" : "password";
  };
  if (!inBrowser) return null;
  return (
    <label>
      <input type="checkbox" onChange={change} /> {t("showPassword")}
    </label>
  );
}
