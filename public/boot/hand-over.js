// The moment at which the app's page takes the static page's place. It is the reader's to choose:
// while text is selected, a control has focus, a finger is down or the page still glides, nothing is
// taken from under them. What they have chosen by then must be obeyed, so that ends the waiting, and
// is carried over.

import { exchange, twinOf } from "./exchange.js";
import { hasFailed, keep } from "./failure.js";
import { lighten } from "./layout.js";

/** What the reader's hands are at. */
const hands = { arePressing: false, areTouching: false, haveChosen: false };

/** A page that hasn't been scrolled for so long has come to rest. */
const REST_MS = 150;
/** The timer that runs while the page glides. */
let gliding;

/** Events after which the reader may be busy, or be so no longer. */
const SIGNS = [
  "pointerdown", "pointermove", "pointerup", "pointercancel", "touchstart", "touchend", "touchcancel",
  "selectionchange", "focusout", "change", "search", "keydown", "scroll",
];

let look = () => {};

function heed(event) {
  const { type, buttons, pointerType, touches, target, key, isComposing } = event;
  // When a finger scrolls, its pointer is cancelled, though it is still down.
  if (touches) hands.areTouching = touches.length > 0;
  else if (pointerType && pointerType !== "touch") hands.arePressing = buttons > 0;
  const isEnter = key === "Enter" && !isComposing && target.type === "search";
  if (isEnter || type === "search" || type === "change") hands.haveChosen = true;
  if (type === "scroll") {
    clearTimeout(gliding);
    const own = setTimeout(() => requestAnimationFrame(() => {
      // Had the page glided on while it was too busy to say so, this frame would have said it.
      if (gliding !== own) return;
      gliding = undefined;
      look();
    }), REST_MS);
    gliding = own;
  } else if (type !== "pointermove") {
    // After the event, and whatever it leads to.
    setTimeout(() => look());
  }
}

for (const sign of SIGNS) addEventListener(sign, heed, { capture: true, passive: true });

/** Whether a swap would take something from the reader's hands. */
function isBusy(page) {
  const selection = getSelection();
  const control = document.activeElement?.closest("input, select, textarea, summary, button");
  return (
    hands.arePressing ||
    hands.areTouching ||
    gliding ||
    (selection?.isCollapsed === false && selection.containsNode(page, true)) ||
    (control && page.contains(control))
  );
}

/** The controls that aren't as they came. A checkbox that was given no value has one all the same. */
const changedControls = (page) =>
  [...page.querySelectorAll("input")].filter(({ type, value, defaultValue, checked, defaultChecked }) =>
    type === "checkbox" ? checked !== defaultChecked : value !== defaultValue || checked !== defaultChecked,
  );

/** Sets the new page's controls as the reader left the old one's, and answers those that differed. */
function carryControls(old, fresh) {
  const carried = [];
  for (const control of changedControls(old)) {
    const twin = twinOf(control, old, fresh);
    if (!twin || (twin.value === control.value && twin.checked === control.checked)) continue;
    twin.value = control.value;
    twin.checked = control.checked;
    carried.push(twin);
  }
  return carried;
}

/** What the address says of the marks on the map, as the page itself has it. */
function marksIn(page) {
  const own = page.querySelector("nav.languages [aria-current]");
  const address = new URL(own.href);
  for (const name of ["view", "map"]) address.searchParams.delete(name);
  return address.href;
}

/** Shows the static page's drawing until the map is drawn, or until it would show other marks. */
function keepDrawing(old, fresh) {
  const drawing = old.querySelector(".map-box > .static-map")?.cloneNode(true);
  const marks = marksIn(fresh);
  if (!drawing || marks !== marksIn(old)) return;
  fresh.querySelector(".map-box").prepend(drawing);
  const observer = new MutationObserver(() => {
    if (marksIn(fresh) === marks) return;
    drawing.remove();
    observer.disconnect();
  });
  observer.observe(fresh.querySelector("nav.languages [aria-current]"), { attributeFilter: ["href"] });
}

function swap(fresh) {
  const old = document.getElementById("page");
  const carried = carryControls(old, fresh);
  keepDrawing(old, fresh);
  keep(old);
  const bringIn = lighten(old, fresh);
  exchange(old, fresh);
  bringIn();
  for (const sign of SIGNS) removeEventListener(sign, heed, true);
  document.documentElement.dataset.app = "running";
  // The app begins to follow its page when it hears of the swap; then it is told.
  setTimeout(() => {
    for (const control of carried) {
      const kind = control.type === "search" ? "input" : "change";
      control.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  });
}

/** Puts the app's page in the static page's place as soon as the reader's hands are off it. */
export function takeOver(fresh) {
  const page = document.getElementById("page");
  // Chosen before this script came.
  if (changedControls(page).some(({ type }) => type !== "search")) hands.haveChosen = true;
  return new Promise((resolve) => {
    look = () => {
      if (hasFailed() || (!hands.haveChosen && isBusy(page))) return;
      look = () => {};
      swap(fresh);
      resolve();
    };
    setTimeout(look);
  });
}
