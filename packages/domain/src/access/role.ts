/** What a person does in a programme. A person may hold several, each at one site or at all of them. */
export const ROLES = ["administrator", "evaluator", "clinic-staff", "researcher", "peer-coordinator"] as const;
export type Role = (typeof ROLES)[number];

/** True for one of the five roles; anything else read from outside is refused. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
