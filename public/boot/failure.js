// When the app can't start or stops, a static page stands there and says so. What stood there first
// is kept; where the reader has gone since, that address's own static page is fetched.

import { exchange } from "./exchange.js";

const html = document.documentElement;
const PATIENCE_MS = 5000;

/** Where the reader came in: the app may change the address. */
const { href, pathname } = location;

/** The static page that the app took over, with its title. */
let kept;

/** The address that the page shown after a failure belongs to. */
let shown;

const here = () => location.pathname + location.search;

/** Keeps the static page for the case that the app stops. */
export function keep(page) {
  kept = { page, title: document.title };
}

/** Whether the app is not to be counted on any more. */
export const hasFailed = () => html.dataset.app === "failed";

/** The static page of the address at hand, as the server has it. */
async function fetchPage() {
  const response = await fetch(location.pathname, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
  const page = parsed.getElementById("page");
  if (!page) throw new Error(`${response.url} is no page`);
  for (const name of ["lang", "dir", "data-root"]) html.setAttribute(name, parsed.documentElement.getAttribute(name));
  return { page: document.adoptNode(page), title: parsed.title };
}

/** Back to where the reader came in: their words are at hand. */
function returnToKept() {
  try {
    history.replaceState(null, "", href);
  } catch {
    // Then the app couldn't change the address either.
  }
  return kept;
}

async function putBack() {
  const isThere = location.pathname === pathname;
  const { page, title } = isThere ? kept : await fetchPage().catch(returnToKept);
  exchange(document.getElementById("page"), page);
  document.title = title;
  shown = here();
}

/** Says what failed, the name of a file or part, and leaves or restores the static page. */
export function fail(what) {
  if (hasFailed()) return;
  html.dataset.app = "failed";
  document.querySelector(".boot-file").textContent = what;
  if (!kept) return;
  for (const sentence of document.querySelectorAll(".boot-failed [data-when]")) {
    sentence.hidden = sentence.dataset.when !== "stopped";
  }
  shown = here();
  putBack();
}

/** Has a trap in the app count as its end, and what is left of it keep its hands off the page. */
export function watchForTraps() {
  const heed = (error) => {
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) fail("app");
  };
  addEventListener("error", ({ error }) => heed(error));
  addEventListener("unhandledrejection", ({ reason }) => heed(reason));
  // The app listens on the document: links are to work as links again.
  addEventListener("click", (event) => hasFailed() && event.stopPropagation(), true);
  addEventListener("popstate", (event) => {
    if (!hasFailed()) return;
    event.stopImmediatePropagation();
    if (here() !== shown) location.reload();
  });
}
