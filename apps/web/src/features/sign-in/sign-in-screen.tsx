import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import type { DemoSignIn } from "@/env";
import { ShowPasswords } from "@/features/account/show-passwords";
import { LanguageForm } from "@/features/shell/language-form";
import { Wordmark } from "@/features/shell/wordmark";
import type { SignInProblem } from "./problem";
import styles from "./sign-in-screen.module.css";

/**
 * The door. It says nothing about what is behind it: anybody looking over a shoulder sees a name and two fields.
 * Plain HTML, so it works before (and without) any script.
 */
export function SignInScreen(props: {
  readonly next: string;
  /** Stands in the link an administrator gave for a new device; null without one. */
  readonly wayIn: string | null;
  readonly problem: SignInProblem | null;
  /** Demonstration accounts to enter with one press; empty everywhere but in the demonstration. */
  readonly demo: readonly DemoSignIn[];
}): React.JSX.Element {
  const t = useTranslations("signIn");
  return (
    <div className={styles.page}>
      <main className={styles.panel}>
        <Wordmark />
        <h1>{t("title")}</h1>
        {props.problem ? <Problem problem={props.problem} /> : null}
        <form className={styles.form} method="post" action="/sign-in/submit">
          <input type="hidden" name="next" value={props.next} />
          {props.wayIn === null ? null : <input type="hidden" name="way" value={props.wayIn} />}
          <div className={fieldClass({ kind: "strong" })}>
            <label htmlFor="email">{t("email")}</label>
            <input id="email" name="email" type="email" autoComplete="username" required />
          </div>
          <div className={fieldClass({ kind: "strong" })}>
            <label htmlFor="password">{t("password")}</label>
            <input
              id="password"
              name="password"
              type="password"
              data-password=""
              autoComplete="current-password"
              required
            />
          </div>
          <ShowPasswords />
          <Button type="submit" kind="primary" size="large">
            {t("submit")}
          </Button>
        </form>
        {props.demo.length > 0 ? <DemoPeople people={props.demo} next={props.next} /> : null}
        <div className={styles.foot}>
          <span>{t("forgotten")}</span>
          <LanguageForm label={t("language")} />
        </div>
      </main>
      <aside className={styles.side}>
        <Paths />
        <p className={styles.promise}>{t("promise")}</p>
      </aside>
    </div>
  );
}

/** One press signs in as a demonstration role. By role, not by name: this page names nobody. */
function DemoPeople(props: { readonly people: readonly DemoSignIn[]; readonly next: string }): React.JSX.Element {
  const t = useTranslations("signIn.demo");
  const role = useTranslations("shell.role");
  return (
    <section className={styles.demo}>
      <h2>{t("title")}</h2>
      <p>{t("text")}</p>
      <ul className={styles.people}>
        {props.people.map((person) => (
          <li key={person.email}>
            <form method="post" action="/sign-in/submit">
              <input type="hidden" name="next" value={props.next} />
              <input type="hidden" name="email" value={person.email} />
              <input type="hidden" name="password" value={person.password} />
              <button type="submit" className={styles.person}>
                <span>{role(person.role)}</span>
                <span>{t(`does.${person.role}`)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problem({ problem }: { readonly problem: SignInProblem }): React.JSX.Element {
  const t = useTranslations("signIn.problem");
  if (problem.kind === "signed-out") return <Notice tone="information">{t("signed-out")}</Notice>;
  if (problem.kind === "account-ready") return <Notice tone="information">{t("account-ready")}</Notice>;
  const text = problem.kind === "too-many" ? t("too-many", { seconds: problem.seconds }) : t(problem.kind);
  return <Notice tone="danger">{text}</Notice>;
}

/** Lines that walk the same way, each its own. Decoration only. */
function Paths(): React.JSX.Element {
  const lines = [
    { d: "M-20 620C140 560 220 470 330 400S560 300 640 120", width: 22, colour: "#1b6a64" },
    { d: "M-20 700C160 640 260 540 370 470S610 350 690 170", width: 22, colour: "#2f857c" },
    { d: "M-20 540C120 480 190 400 290 330S520 240 590 70", width: 6, colour: "#e0a458" },
    { d: "M-20 800C190 730 310 620 420 550S670 420 760 230", width: 6, colour: "#14564f" },
  ];
  return (
    <svg className={styles.paths} viewBox="0 0 640 800" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
      {lines.map(({ d, width, colour }) => (
        <path key={d} d={d} fill="none" stroke={colour} strokeWidth={width} strokeLinecap="round" />
      ))}
    </svg>
  );
}
