import type { FrameworkLanguage } from "@alongside/domain/framework/bilingual-text";
import { EVIDENCE_KINDS, type EvidenceKind } from "@alongside/domain/framework/evidence-kinds";
import styles from "./evidence-badge.module.css";

/** How many of three marks are filled: trials, accounts or studies of any kind, reasoning. Never a verdict on truth. */
const STRENGTH = {
  trial: 3,
  "trial-limited": 3,
  "trial-limited-and-qualitative": 3,
  qualitative: 2,
  "mixed-unspecified": 2,
  "external-study": 2,
  "theory-and-qualitative": 2,
  "stakeholder-consultation": 2,
  "review-synthesis": 1,
  "grey-literature": 1,
  "author-inference": 1,
  theory: 1,
  definition: 0,
} as const satisfies Record<EvidenceKind, 0 | 1 | 2 | 3>;

/** The kind of evidence in a few words, with marks that tell trials, accounts and reasoning apart at a glance. */
export function EvidenceBadge(props: {
  readonly kind: EvidenceKind;
  readonly language: FrameworkLanguage;
}): React.JSX.Element {
  const { label, meaning } = EVIDENCE_KINDS[props.kind];
  return (
    <span className={styles.badge} title={meaning[props.language]} lang={props.language}>
      <span className={styles.marks} aria-hidden="true">
        {[1, 2, 3].map((mark) => (
          <span key={mark} className={mark <= STRENGTH[props.kind] ? styles.filled : styles.open} />
        ))}
      </span>
      {label[props.language]}
    </span>
  );
}
