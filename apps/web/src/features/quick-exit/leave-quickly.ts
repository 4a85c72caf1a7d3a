/**
 * What `/leave/script` sends to the browser, as text: it runs before anything else of the page and must stand by itself,
 * so it may use nothing from outside its own braces.
 *
 * A press of an element with `data-leave`, or Escape three times within a second, empties the page in the same moment,
 * asks the server to end the session without waiting for it, and puts a page of somebody else in this one's place. Single
 * presses of Escape keep closing what they close. Every other open tab of the site goes with it. A page the browser had kept
 * is asked for anew before it is seen. A cookie tells the server with the next request that this browser was left, should
 * it not have heard: it answers as to nobody then, and is told again to end the session.
 */
export function leaveQuickly(): void {
  const ELSEWHERE = "https://www.bing.com/search?q=weather";
  const LEFT = "left";
  let presses: readonly number[] = [];
  const empty = () => {
    if (document.documentElement.firstChild) document.documentElement.replaceChildren();
  };
  const leave = (told: boolean) => {
    const to = document.querySelector<HTMLElement>("[data-leave]")?.dataset.leave;
    document.documentElement.style.setProperty("display", "none", "important");
    document.title = "";
    empty();
    // No page may ask whether somebody is sure.
    addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
    // Whatever still runs on this page may not draw it again while the other one is on its way.
    new MutationObserver(empty).observe(document, { childList: true, subtree: true });
    try {
      const secure = location.protocol === "https:";
      // biome-ignore lint/suspicious/noDocumentCookie: no newer way is finished before the page is gone
      document.cookie = `${secure ? "__Host-" : ""}${LEFT}=1; Path=/; Max-Age=43200; SameSite=Lax${secure ? "; Secure" : ""}`;
      navigator.sendBeacon("/leave");
      sessionStorage.clear();
      // Heard by every other tab, and gone again. A tab that was told tells nobody: an answer would begin the way out anew.
      if (!told) {
        localStorage.setItem(LEFT, "1");
        localStorage.removeItem(LEFT);
      }
    } catch {
      // A browser that allows neither still goes.
    }
    location.replace(to || ELSEWHERE);
  };
  addEventListener("storage", ({ key, newValue }) => {
    if (key === LEFT && newValue !== null) leave(true);
  });
  addEventListener(
    "keydown",
    ({ key, repeat }) => {
      if (repeat) return;
      const now = Date.now();
      presses = key === "Escape" ? [...presses.filter((at) => now - at < 1000), now] : [];
      if (presses.length > 2) leave(false);
    },
    true,
  );
  addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element) || event.target.closest("[data-leave]") === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leave(false);
    },
    true,
  );
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    document.documentElement.style.setProperty("display", "none", "important");
    location.reload();
  });
  // Back in a browser that was left, the server never heard of it.
  if (new RegExp(`(^|; )(__Host-)?${LEFT}=`).test(document.cookie)) {
    fetch("/leave", { method: "POST", keepalive: true }).catch(() => undefined);
  }
}
