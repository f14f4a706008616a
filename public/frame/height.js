// Tells the host how high the content is, whenever that changes. It is the content's own height,
// never the window's, so that whatever height the host gives, nothing grows from it.

import { html } from "./page.js";
import { postHeight } from "./protocols.js";

/** What was told last, in whole pixels. */
let told = 0;

/** A host that follows has done so after this time. */
const PATIENCE_MS = 500;
/** Some hosts begin to listen only after the frame has loaded. */
const LATE_HOST_MS = 1500;
/** However often a host greets, it is answered so seldom. */
const ANSWER_MS = 50;

let waiting;

/** Where the host follows, nothing scrolls inside: a scroll bar would change what it is there for. */
function noteFit() {
  html.toggleAttribute("data-fits", innerHeight + 1 >= told);
}

function tell(isAsked) {
  const height = Math.ceil(html.getBoundingClientRect().height);
  // A frame that isn't displayed has no height.
  if (!height || (height === told && !isAsked)) return;
  told = height;
  postHeight(height);
  setTimeout(noteFit, PATIENCE_MS);
}

/** Tells it again, to a host that asks. */
export function tellAgain() {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    tell(true);
  }, ANSWER_MS);
}

/** Tells the height from now on. */
export function tellHeight() {
  if (parent === window) return;
  tell();
  // Called once a frame at most, and before it is painted.
  new ResizeObserver(() => tell()).observe(html);
  addEventListener("resize", () => innerHeight + 1 >= told && noteFit());
  addEventListener("load", () => {
    tell(true);
    setTimeout(tell, LATE_HOST_MS, true);
  });
}
