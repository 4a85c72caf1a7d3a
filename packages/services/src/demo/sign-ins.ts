import type { Role } from "@alongside/domain/access/role";

export interface DemoPerson {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** Index of the one site the role is held for; null: all of them. */
  readonly site: number | null;
}

/** Public on purpose: these people exist in the simulated programme only. */
export const DEMO_PASSWORD = "walk-alongside-2026";

export const DEMO_PEOPLE = [
  { role: "administrator", name: "Robin Ade", email: "administrator@example.org", site: null },
  { role: "evaluator", name: "Mei Santos", email: "evaluator@example.org", site: 0 },
  { role: "clinic-staff", name: "Dewi Laurent", email: "clinic-staff@example.org", site: null },
  { role: "researcher", name: "Sam Haddad", email: "researcher@example.org", site: null },
  { role: "peer-coordinator", name: "Noor Kimani", email: "peer-coordinator@example.org", site: null },
] as const satisfies readonly DemoPerson[];

export interface DemoSignIn {
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

/** One account for each role, in the order in which they are offered. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = DEMO_PEOPLE.map(({ role, email }) => ({
  role,
  email,
  password: DEMO_PASSWORD,
}));
