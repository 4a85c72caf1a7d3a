/** The part of the client that is needed here. */
interface SessionClient {
  readonly lock: { readonly mutate: () => Promise<unknown> };
  readonly unlock: { readonly mutate: (input: { readonly secret: string }) => Promise<unknown> };
}

/**
 * Asks the server to open a session with a PIN or password. It is locked first: a phone that was covered without a connection
 * could not have that done, and a session that is not locked opens with any word.
 */
export async function unlockHeld(session: SessionClient, secret: string): Promise<void> {
  await session.lock.mutate();
  await session.unlock.mutate({ secret });
}
