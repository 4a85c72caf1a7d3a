/** Where the tabs of this browser tell each other that their session is held now; gone again at once. */
const KEY = "held";

/** Tells the other open tabs of this browser that the session was locked or handed over. */
export function tellTabs(): void {
  try {
    localStorage.setItem(KEY, "1");
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing tells nothing: the next call of each tab is refused by the server.
  }
}

/** Calls `listener` when another tab tells so. @returns stops listening */
export function onTold(listener: () => void): () => void {
  const heard = ({ key, newValue }: StorageEvent) => {
    if (key === KEY && newValue !== null) listener();
  };
  addEventListener("storage", heard);
  return () => removeEventListener("storage", heard);
}
