import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import styles from "./form-screen.module.css";
import { RiskNotice } from "./risk-notice";
import { useArrival } from "./use-arrival";

/** The form is complete and on the device, but the server has not answered. It goes on trying by itself. */
export function WaitingPanel(props: {
  readonly risk: RiskAlert | null;
  readonly onSend: () => Promise<void>;
  readonly onBack: () => void;
}): React.JSX.Element {
  const t = useTranslations("collect.waiting");
  const panel = useArrival();
  return (
    <div ref={panel} className={`${styles.panel} ${styles.arrival}`} tabIndex={-1}>
      {props.risk ? <RiskNotice risk={props.risk} /> : null}
      <Notice tone="caution" title={t("title")}>
        <p>{t("text")}</p>
      </Notice>
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => void props.onSend()}>
          {t("now")}
        </Button>
        <Button onClick={props.onBack}>{t("back")}</Button>
      </div>
    </div>
  );
}
