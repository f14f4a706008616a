// The timeline over the list (src/view/brush.rs): its two handles choose the first and the last step
// between which events are shown, and a stroke over the bars moves both. What is chosen is followed as
// a link.

import { follow } from "./follow.js";

const DAY_MS = 864e5;

/** Both handles, the first and the last. */
const handles = (brush) => [...brush.querySelectorAll("[data-end]")];

/** Shows what lies between two steps; all, where they are the first and the last. */
function choose(brush, [first, last]) {
  const days = brush.dataset.days.split(" ");
  const end = days.length - 2;
  follow({
    from: first > 0 ? days[first] : "",
    to: last < end ? new Date(Date.parse(days[last + 1]) - DAY_MS).toISOString().slice(0, 10) : "",
  });
}

/** The handle that was moved takes the other one along where it passes it. */
function move({ dataset, value }, brush) {
  const [first, last] = handles(brush).map((handle) => +handle.value);
  choose(brush, dataset.end === "from" ? [+value, Math.max(last, +value)] : [Math.min(first, +value), +value]);
}

/** The step under a point of the drawing; time runs the way the page is read. */
function stepAt(chart, clientX) {
  const { left, right, width } = chart.getBoundingClientRect();
  const way = getComputedStyle(chart).direction === "rtl" ? right - clientX : clientX - left;
  const steps = +handles(chart.closest(".brush"))[0].max + 1;
  return Math.min(steps - 1, Math.max(0, Math.floor((way / width) * steps)));
}

/** A handle that was moved by hand no longer follows its attribute by itself. */
const followLink = () =>
  requestAnimationFrame(() => {
    for (const handle of document.querySelectorAll("[data-end]")) handle.value = handle.getAttribute("value");
  });

/** Has the timeline do what it shows. */
export function offerBrush() {
  let start;
  let chart;
  // The second is what the static page's handles are handed over with.
  for (const kind of ["input", "change"]) {
    addEventListener(kind, ({ target }) => {
      if (target.matches?.("[data-end]")) move(target, target.closest(".brush"));
    });
  }
  const stroke = ({ clientX }) => {
    const step = stepAt(chart, clientX);
    choose(chart.closest(".brush"), [Math.min(start, step), Math.max(start, step)]);
  };
  addEventListener("pointerdown", (event) => {
    const bars = event.target.closest?.(".brush-bars");
    if (!bars || event.button) return;
    chart = bars.parentElement;
    start = stepAt(chart, event.clientX);
    chart.setPointerCapture(event.pointerId);
    stroke(event);
  });
  addEventListener("pointermove", (event) => chart && stroke(event));
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => (chart = undefined));
  addEventListener("click", followLink);
  addEventListener("popstate", followLink);
}
