"use client";

import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { browserSupportsWebAuthn, startRegistration } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type PasskeyEnd, passkeyCall } from "./passkey-call";
import { PasswordField } from "./password-field";
import styles from "./security-screen.module.css";
import { useIsInBrowser } from "./use-is-in-browser";

type Options = Parameters<typeof startRegistration>[0]["optionsJSON"];

const PATH = "/account/security/passkey";

/** Adds a passkey of this device or of a key held to it; only where the browser has them. */
export function AddPasskey(): React.JSX.Element {
  const t = useTranslations("security");
  const inBrowser = useIsInBrowser();
  const [failed, setFailed] = useState(false);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFailed(false);
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    const added = await made(password).catch(() => false);
    if (added) globalThis.location.assign(globalThis.location.pathname);
    else setFailed(true);
  };
  if (!inBrowser || !browserSupportsWebAuthn()) return <p className={styles.hint}>{t("noPasskeys")}</p>;
  return (
    <form className={styles.form} onSubmit={add}>
      {failed ? <Notice tone="danger">{t("passkeyFailed")}</Notice> : null}
      <PasswordField id="passkey-password" label={t("password")} />
      <Button type="submit">{t("addPasskey")}</Button>
    </form>
  );
}

async function made(password: string): Promise<boolean> {
  const { options } = await passkeyCall<{ readonly options: Options }>(PATH, { password });
  const answer = await startRegistration({ optionsJSON: options });
  return (await passkeyCall<PasskeyEnd>(PATH, { answer })).done === true;
}
