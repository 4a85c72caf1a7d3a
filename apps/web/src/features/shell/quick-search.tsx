"use client";

import { KeyHint } from "@alongside/ui/primitives/key-hint";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import styles from "./quick-search.module.css";

/** True while the person is typing somewhere, where "/" is just a character. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Finds a participant by code from anywhere: press "/", type, Enter. A plain form, so it works before any script. */
export function QuickSearch({ base }: { readonly base: string }): React.JSX.Element {
  const t = useTranslations("shell.search");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <search className={styles.search}>
      <form action={`${base}/find`} method="post" className={styles.form}>
        <IconSearch size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
        <input
          ref={field}
          className={styles.field}
          type="search"
          name="q"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          aria-label={t("label")}
          aria-keyshortcuts="/"
          placeholder={t("placeholder")}
        />
        <span className={styles.hint} aria-hidden="true">
          <KeyHint>/</KeyHint>
        </span>
      </form>
    </search>
  );
}
