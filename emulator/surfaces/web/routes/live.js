// Keeps what a page tells of its peer up to date while somebody looks at it. Without this script a page is as old as its last
// loading, and nothing else is different.

const INTERVAL_MS = 5000;

/** Puts in the place of each part that is marked as live what the peer says of it now. */
function bringUpToDate(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const now = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    // Nothing is taken from under somebody's fingers.
    if (!now || part.contains(document.activeElement) || part.innerHTML === now.innerHTML) continue;
    part.replaceChildren(...now.childNodes);
  }
}

async function look() {
  if (document.visibilityState === "visible") {
    try {
      const answer = await fetch(location.href, { headers: { "x-live": "yes" } });
      // The session is over: the next click leads to the login page.
      if (answer.status === 401) return;
      if (answer.ok) bringUpToDate(await answer.text());
    } catch {
      // The peer is away for a moment.
    }
  }
  setTimeout(look, INTERVAL_MS);
}

setTimeout(look, INTERVAL_MS);
