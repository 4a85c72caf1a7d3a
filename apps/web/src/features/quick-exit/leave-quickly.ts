/**
 * What `/leave/script` sends to the browser, as text: it runs before anything else of the page and must stand by itself,
 * so it may use nothing from outside its own braces.
 *
 * A press of an element with `data-leave`, or Escape three times within a second, empties the page in the same moment,
 * asks the server to end the session without waiting for it, and puts a page of somebody else in this one's place. Single
 * presses of Escape keep closing what they close. A page the browser had kept is asked for anew before it is seen, and a tab
 * that was left is left again until its session has ended, also when there was no connection the first time.
 */
export function leaveQuickly(): void {
  const ELSEWHERE = "https://www.bing.com/search?q=weather";
  const LEFT = "left";
  let presses: readonly number[] = [];
  const empty = () => {
    if (document.documentElement.firstChild) document.documentElement.replaceChildren();
  };
  const leave = () => {
    const to = document.querySelector<HTMLElement>("[data-leave]")?.dataset.leave;
    document.documentElement.style.setProperty("display", "none", "important");
    document.title = "";
    empty();
    // Whatever still runs on this page may not draw it again while the other one is on its way.
    new MutationObserver(empty).observe(document, { childList: true, subtree: true });
    try {
      navigator.sendBeacon("/leave");
      sessionStorage.clear();
      sessionStorage.setItem(LEFT, "1");
    } catch {
      // A browser that allows neither still goes.
    }
    location.replace(to || ELSEWHERE);
  };
  /** Back in a tab that was left: the server is told again, in case it never heard, before anything is shown. */
  const comeBack = () => {
    if (location.pathname === "/sign-in") return sessionStorage.removeItem(LEFT);
    if (sessionStorage.getItem(LEFT) === null) return;
    document.documentElement.style.setProperty("display", "none", "important");
    fetch("/leave", { method: "POST", keepalive: true }).then(
      () => location.replace("/sign-in"),
      () => location.replace(ELSEWHERE),
    );
  };
  addEventListener(
    "keydown",
    ({ key, repeat }) => {
      if (repeat) return;
      const now = Date.now();
      presses = key === "Escape" ? [...presses.filter((at) => now - at < 1000), now] : [];
      if (presses.length > 2) leave();
    },
    true,
  );
  addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element) || event.target.closest("[data-leave]") === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leave();
    },
    true,
  );
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    document.documentElement.style.setProperty("display", "none", "important");
    location.reload();
  });
  try {
    comeBack();
  } catch {
    // A browser that keeps nothing has nothing to remember.
  }
}
