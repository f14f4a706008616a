// Plays a comparison over time: goes on to the next moment every two seconds by following the
// control's own link, until there is none, the reader stops it, or takes the control in hand. The
// style sheet offers it only to those who don't want less motion.

const PAUSE_MS = 2000;
/** The playing control's timer. */
let timer;

const stop = () => {
  clearInterval(timer);
  timer = undefined;
  document.querySelector("[data-playing]")?.removeAttribute("data-playing");
};

/** The control's link to its first moment or to the one after the present. */
const step = (name) => document.querySelector(`.as-of [data-step="${name}"][href]`);

const goOn = () => {
  const next = step("on");
  if (!next) return stop();
  next.click();
};

function play(button) {
  // From the end it plays from the beginning.
  if (!step("on")) step("first")?.click();
  button.dataset.playing = "";
  timer = setInterval(goOn, PAUSE_MS);
}

/** Has the button do what it says. */
export function offerPlaying() {
  addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    const button = event.target.closest?.("[data-play]");
    if (timer) stop();
    else if (button) play(button);
  });
  addEventListener("input", () => timer && stop());
  addEventListener("keydown", ({ key }) => key === "Escape" && timer && stop());
}
