// The steps of a visit, as the browser's Back and Forward go through them. The browser goes back to
// where the reader was on a page as soon as it is told to; a step of the app is shown only after that,
// so here it is done again until it has come about: the page stands where it stood, and after Back the
// link that was followed has the focus again, also where the page is loaded anew. History may throw;
// then the page goes on without it.

import { hasFailed } from "./failure.js";

/** What may come late is waited for so long. */
const PATIENCE_MS = 3000;
const BEAT_MS = 50;

/** The number of the step at hand, and of each how far down the page was. */
let step = history.state?.step ?? 0;
const depths = [];

/** Set while a step is gone to; where it was gone back to, with the link that was followed from it. */
let going;

/** Has the present step know more of itself. */
function note(more) {
  try {
    history.replaceState({ ...history.state, step, ...more }, "");
  } catch {
    // Then the way back is the browser's alone.
  }
}

/** Every link that leads where `href` does, in the order of the page. */
const alike = (href) => [...document.links].filter((link) => link.href === href);

/** Keeps which link is followed from here. */
function heed({ target, isTrusted }) {
  const link = target.closest?.("a[href]");
  // Once the app has followed it the page may be shorter.
  depths[step] = scrollY;
  if (isTrusted && (link || history.state?.followed)) {
    note({ followed: link && [link.href, alike(link.href).indexOf(link)] });
  }
}

/** Comes to where the step at hand was left, and tries again until it is there. */
function arrive(own, until) {
  if (going !== own) return;
  const depth = depths[step];
  const [href, at] = own.followed || [];
  const link = alike(href)[at];
  link?.focus({ preventScroll: true });
  if (depth >= 0) scrollTo({ top: depth, behavior: "instant" });
  const isThere = (!href || link) && (depth === undefined || Math.abs(scrollY - depth) < 1);
  if (isThere || performance.now() > until) going = undefined;
  else setTimeout(arrive, BEAT_MS, own, until);
}

function go(isBack) {
  going = { followed: isBack && history.state?.followed };
  setTimeout(arrive, 0, going, performance.now() + PATIENCE_MS);
}

/** Writes the address of a state of the app, as a step of its own or in place of the present one. */
export function write(href, isStep) {
  try {
    // A frame's steps would be steps of the article around it.
    if (!isStep || parent !== window) return history.replaceState(history.state, "", href);
    history.pushState({ step: step + 1 }, "", href);
    step += 1;
    depths.length = step;
    depths[step] = scrollY;
  } catch {
    // The page goes on without it.
  }
}

/** After a subject was chosen: its heading is read out and in sight, unless the reader came back. */
export function attend() {
  const own = going;
  setTimeout(() => {
    if (own?.followed) return;
    document.querySelector("h1")?.focus({ preventScroll: true });
    if (!own) scrollTo({ top: 0, behavior: "instant" });
  });
}

/** Has Back and Forward lead to where the reader was. */
export function rememberSteps() {
  if (parent !== window) return;
  note();
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") go(true);
  addEventListener("scroll", () => going || (depths[step] = scrollY), { passive: true });
  addEventListener("click", heed, true);
  for (const kind of ["wheel", "pointerdown", "keydown"]) {
    addEventListener(kind, () => (going = undefined), { capture: true, passive: true });
  }
  addEventListener("popstate", ({ state }) => {
    if (hasFailed()) return;
    const before = step;
    // A link to a place in the page has no number yet.
    step = state?.step ?? before + 1;
    if (state?.step === undefined) note();
    else go(step < before);
  });
}
