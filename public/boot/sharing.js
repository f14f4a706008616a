// Has share pages do what they offer, and opens them over the page that is read. What does that
// comes when it is asked for: public/share.js. A frame has no room for a dialog: its link is followed.

import { base } from "./taking.js";

const share = () => import(new URL(SHARE, base).href);

/** Has share pages live, and their links open over the page. */
export function offerSharing() {
  const own = document.querySelector(".share");
  // Without it the page still holds everything as it is by default.
  if (own) share().then(({ live }) => live(own, location.search)).catch(() => {});
  if ("frame" in document.documentElement.dataset) return;
  addEventListener("click", (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    const link = target.closest?.(".to-share");
    if (!link || button || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    share().then(({ open }) => open(link.href)).catch(() => location.assign(link.href));
  });
}
