// Has share pages do what they offer, and opens them, and the list of keys, over the page that is read.
// What does that comes when it is asked for: public/share.js. A frame has no room for a dialog: its
// link is followed.

import { showSwitch } from "./keys.js";
import { base } from "./taking.js";

const share = () => import(new URL(SHARE, base).href);

/** Has share pages live, and links to what can stand over the page open it there. */
export function offerDialogs() {
  const own = document.querySelector(".share");
  // Without it the page still holds everything as it is by default.
  if (own) share().then(({ live }) => live(own, location.search)).catch(() => {});
  if ("frame" in document.documentElement.dataset) return;
  addEventListener("click", (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    const link = target.closest?.(".to-share, .to-keys");
    if (!link || link.pathname === location.pathname || button || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    share().then(({ open }) => open(link.href)).then(showSwitch, () => location.assign(link.href));
  });
}
