/** As accounts are stored and found by. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase();
}
