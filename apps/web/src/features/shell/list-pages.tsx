import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import styles from "./list-pages.module.css";

/** A way on through a long list, and back to where it begins. */
export interface PageLink {
  readonly href: string;
  readonly text: string;
}

/** The ways under a list that is shown in pages; nothing where all of it is in sight. */
export function ListPages(props: {
  readonly label?: string;
  readonly first: PageLink | null;
  readonly next: PageLink | null;
}): React.JSX.Element {
  const { first, next } = props;
  return (
    <nav className={styles.pages} aria-label={props.label}>
      {first ? (
        <Link href={first.href} prefetch={false}>
          {first.text}
        </Link>
      ) : null}
      {next ? (
        <Link href={next.href} className={buttonClass()} prefetch={false}>
          {next.text}
        </Link>
      ) : null}
    </nav>
  );
}
