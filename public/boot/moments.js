// The control over time (src/view/as_of.rs): its slider goes to the moment it is moved to, and its
// button plays, going on to the next moment every two seconds until there is none, or until the
// reader stops it or does something else. Both do what the control's links do, by following a link,
// so that the moment stays in the address. The style sheet offers the button only to those who
// don't want less motion.

import { follow } from "./follow.js";

const PAUSE_MS = 2000;
/** Set while it plays. */
let timer;

const slider = () => document.querySelector(".as-of input");

/** The control's link of that name, where there is such a moment. */
const step = (name) => document.querySelector(`.as-of [data-step="${name}"][href]`);

/** Goes to the moment the slider stands at; the last one is the page without a moment. */
function goTo({ value, dataset }) {
  const moment = dataset.moments.split(" ")[value];
  follow({ asof: dataset.moments.split(" ")[value] });
}

/** A slider that was moved by hand no longer follows its attribute by itself. */
const followLink = () =>
  requestAnimationFrame(() => {
    const control = slider();
    if (control) control.value = control.getAttribute("value");
  });

function stop() {
  clearInterval(timer);
  timer = undefined;
  document.querySelector("[data-playing]")?.removeAttribute("data-playing");
}

function goOn() {
  const next = step("on");
  if (next) next.click();
  else stop();
}

function play(button) {
  // From the end it plays from the beginning.
  if (!step("on")) step("first")?.click();
  button.dataset.playing = "";
  timer = setInterval(goOn, PAUSE_MS);
}

/** Has the control do what it says. */
export function offerMoments() {
  // The second is what the static page's slider is handed over with.
  for (const kind of ["input", "change"]) {
    addEventListener(kind, ({ target }) => {
      if (target !== slider()) return;
      stop();
      goTo(target);
    });
  }
  addEventListener("click", ({ target, isTrusted }) => {
    followLink();
    const button = target.closest?.("[data-play]");
    // Its own clicks are on links; in a frame the button is clicked once the app is there.
    if (!isTrusted && !button) return;
    if (timer) stop();
    else if (button) play(button);
  });
  addEventListener("popstate", followLink);
  addEventListener("keydown", ({ key }) => key === "Escape" && stop());
}
