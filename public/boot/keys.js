// The keys that these pages have of their own: "/" goes to the search, "?" shows what every key does
// (the page on method says it). A reader whose voice or tools type single letters can turn both off
// there; that is kept where storage allows.

const KEY = "qawlan.keys";
/** So many frames the list is waited for. */
const MOST_FRAMES = 30;
/** Not empty when they are turned off. */
let off = "";
try {
  off = localStorage[KEY] ?? "";
} catch {
  // Then they are on, until they are turned off on this page.
}

/** Has the switches say what holds, as often as one is shown. */
export function showSwitch() {
  for (const control of document.getElementsByName("single-keys")) control.checked = !off;
}

/** On a narrow screen the search lies in another view than the comparison. */
function goToSearch() {
  const search = document.getElementById("search");
  const go = () => {
    search.focus();
    search.select();
  };
  // At once, so that no letter typed next is lost.
  if (!search || search.checkVisibility()) return search && go();
  document.querySelector(".pane-switch a").click();
  // Behind what the app does after a step of its own.
  const follow = (tries) =>
    requestAnimationFrame(() => setTimeout(() => (tries && !search.checkVisibility() ? follow(tries - 1) : go())));
  follow(MOST_FRAMES);
}

function press(event) {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (off || ctrlKey || metaKey || altKey || target.closest?.("input, select, textarea, dialog")) return;
  if (key === "/") goToSearch();
  else if (key === "?") document.querySelector(".to-keys").click();
  else return;
  event.preventDefault();
}

/** Has the keys do what they are said to. */
export function offerKeys() {
  const list = document.querySelector(".to-keys");
  if (!list) return;
  // Written out in full: the app changes the address that it is relative to.
  list.setAttribute("href", list.href);
  showSwitch();
  addEventListener("keydown", press);
  addEventListener("change", ({ target: { name, checked } }) => {
    if (name !== "single-keys") return;
    off = checked ? "" : "off";
    try {
      localStorage[KEY] = off;
    } catch {
      // Then it holds for this page.
    }
  });
}
