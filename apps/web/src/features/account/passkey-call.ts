/**
 * Sends one of the two calls that a passkey takes, and reads what this server answers. Throws when it was refused without
 * words.
 * @param path of this site
 */
export async function passkeyCall<Answer>(path: string, body: object): Promise<Answer> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`passkey: ${answer.status}`);
  return answer.json();
}

/** The end of the second call. */
export interface PasskeyEnd {
  readonly done?: true;
}
