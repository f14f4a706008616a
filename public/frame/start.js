// Starts the app: when the reader uses what only the app can do, or, once the frame is in view, when
// the address asks for what the static words don't show. Else none of it is ever loaded.

import { twinOf } from "../boot/exchange.js";
import { html, isTakenOver, page, query } from "./page.js";

const OF_SUBJECT = ["asof", "names", "map"];
/** What the list of events can be asked for. */
export const OF_EXPLORER = ["episode", "party", "topic", "place", "state", "from", "to", "q", "first", ...OF_SUBJECT];

/** Where the app's first script is; a pin has no app. */
const boot = document.querySelector('meta[name="app-boot"]')?.content;

/** Whether a query asks for what the static words don't show. */
export function needsApp(asked) {
  if (!boot) return false;
  const isExplorer = !html.dataset.frame;
  if ((isExplorer ? OF_EXPLORER : OF_SUBJECT).some((name) => asked.get(name))) return true;
  // The columns can be exchanged here, the signs on a map can't.
  return asked.has("first") && /list|map/.test(html.dataset.view);
}

let script;
/** The control that is used once the app is there. */
let wanted;

/** Uses the control's twin on the app's page, after the app has begun to follow it. */
function useWanted(old) {
  const twin = wanted && twinOf(wanted, old, page());
  if (twin) setTimeout(() => twin.click());
}

function load() {
  const old = page();
  script = document.createElement("script");
  script.src = boot;
  // The page isn't taken from under a control that has focus, unless something was chosen by it.
  script.onload = () => wanted?.dispatchEvent(new Event("change", { bubbles: true }));
  script.onerror = () => {
    html.dataset.app = "failed";
    document.querySelector(".boot-file")?.append("boot.js");
  };
  new MutationObserver((_, observer) => {
    if (!isTakenOver()) return;
    observer.disconnect();
    useWanted(old);
  }).observe(html, { attributeFilter: ["data-app"] });
  document.head.append(script);
}

/** Starts the app, once, and has it do what the control says. */
export function start(control) {
  wanted = control ?? wanted;
  if (boot && !script) load();
}

function startByControl({ type, target }) {
  if (isTakenOver() || !page().contains(target)) return;
  if (type !== "click") return start();
  const control = target.closest("[data-start], button");
  if (control) start(control);
}

/** Calls `act` once the page is seen, or at once where that can't be known. */
function whenInView(act) {
  if (!window.IntersectionObserver) return act();
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  }).observe(page());
}

export function startWhenWanted() {
  for (const kind of ["click", "input", "change"]) addEventListener(kind, startByControl);
  if (needsApp(query)) whenInView(() => start());
}
