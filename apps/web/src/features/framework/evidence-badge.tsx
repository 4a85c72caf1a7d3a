import type { FrameworkLanguage } from "@alongside/domain/framework/bilingual-text";
import { EVIDENCE_KINDS, type EvidenceKind } from "@alongside/domain/framework/evidence-kinds";
import styles from "./evidence-badge.module.css";

/** The kind of evidence in a few words. It names the kind and ranks nothing. */
export function EvidenceBadge(props: {
  readonly kind: EvidenceKind;
  readonly language: FrameworkLanguage;
}): React.JSX.Element {
  const { label, meaning } = EVIDENCE_KINDS[props.kind];
  return (
    <span className={styles.badge} title={meaning[props.language]} lang={props.language}>
      {label[props.language]}
    </span>
  );
}
