import { IDLE_MINUTES } from "@alongside/domain/access/hold";
import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { QuickExit } from "@/features/quick-exit/quick-exit";
import { PlainPage } from "@/features/shell/plain-page";
import type { DeviceProblem } from "./device-problem";
import styles from "./password-screen.module.css";

const PIN_FIELDS = ["pin", "again"] as const;

/** A person's PIN, when their sessions lock, and what the quick way out does and cannot do. */
export function DeviceScreen(props: {
  readonly hasPin: boolean;
  readonly idleMinutes: number;
  readonly problem: DeviceProblem | null;
  readonly saved: boolean;
  readonly nonce: string | undefined;
}): React.JSX.Element {
  const t = useTranslations("device");
  return (
    <PlainPage title={t("title")} corner={<QuickExit nonce={props.nonce} />}>
      <p>{t("lead")}</p>
      {props.saved ? <Notice tone="information">{t("saved")}</Notice> : null}
      {props.problem ? <Notice tone="danger">{t(`problem.${props.problem}`)}</Notice> : null}
      <form method="post" action="/account/device/submit" className={styles.form}>
        <div className={fieldClass({ kind: "strong" })}>
          <label htmlFor="minutes">{t("minutes")}</label>
          <input
            id="minutes"
            name="minutes"
            type="number"
            min={IDLE_MINUTES.least}
            max={IDLE_MINUTES.most}
            defaultValue={props.idleMinutes}
            required
          />
        </div>
        {PIN_FIELDS.map((name) => (
          <div key={name} className={fieldClass({ kind: "strong" })}>
            <label htmlFor={name}>{t(name)}</label>
            <input id={name} name={name} type="password" inputMode="numeric" autoComplete="off" maxLength={8} />
          </div>
        ))}
        <p className={styles.hint}>{t(props.hasPin ? "pinKeepHint" : "pinHint")}</p>
        {props.hasPin ? (
          <label>
            <input type="checkbox" name="remove" value="1" /> {t("remove")}
          </label>
        ) : null}
        <div className={fieldClass({ kind: "strong" })}>
          <label htmlFor="password">{t("password")}</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={256}
          />
        </div>
        <Button type="submit" kind="primary">
          {t("submit")}
        </Button>
      </form>
      <h2>{t("leave.title")}</h2>
      <p>{t("leave.does")}</p>
      <p>{t("leave.cannot")}</p>
      <a href="/">{t("back")}</a>
    </PlainPage>
  );
}
