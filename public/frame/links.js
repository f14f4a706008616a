// Where links lead. The base element has them leave the frame; here is what remains: steps within
// the page, states that the app shows, and what to do where a sandbox lets nothing out.

import { html, isTakenOver, inLanguage } from "./page.js";
import { exchangedQuery, exchangeSides } from "./order.js";
import { isLedByHost, postLink } from "./protocols.js";
import { needsApp, OF_EXPLORER, start } from "./start.js";

/** Goes to a place on the page, without a step in the host's history. */
function goWithin(target, fragment) {
  for (let fold = target; (fold = fold.parentElement?.closest("details")); ) fold.open = true;
  location.replace(fragment);
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Exchanges the sides without the app, and has the link exchange them back. */
function exchangeBy(link) {
  const { pathname } = location;
  const wanted = exchangedQuery(new URLSearchParams(link.search).get("first"));
  exchangeSides();
  try {
    history.replaceState(null, "", `${pathname}?${wanted}`.replace(/\?$/, ""));
  } catch {
    // The address stays behind what is shown.
  }
}

/** A state of this frame: the sides' order is the page's own matter, all others are the app's. */
function showState(link) {
  const wanted = new URLSearchParams(link.search);
  if (wanted.has("first") && !html.dataset.app && !needsApp(wanted)) exchangeBy(link);
  else start(link);
}

/** Lets the reader take the address along by hand. */
function showAddress(link) {
  html.dataset.blocked = "";
  const address = document.querySelector(".frame-address");
  if (!address) return;
  address.textContent = link.href;
  address.scrollIntoView({ block: "nearest" });
  getSelection().selectAllChildren(address);
}

/** Has the page of its own show what the frame shows. */
function leadInFull(link) {
  const common = ["view", "row", ...OF_EXPLORER];
  link.search = new URLSearchParams([...new URLSearchParams(location.search)].filter(([name]) => common.includes(name)));
}

function leave(link) {
  if (link.matches(".frame-open")) leadInFull(link);
  // A window that is tried and refused leaves an error in the console.
  const opened = !isLedByHost() && !("blocked" in html.dataset) && open(link.href);
  if (opened) {
    opened.opener = null;
    return;
  }
  postLink(link.href);
  showAddress(link);
}

function follow(event) {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  if (button || ctrlKey || metaKey || shiftKey || altKey || defaultPrevented) return;
  const link = event.target.closest?.("a[href]");
  if (!link || !/^https?:$/.test(link.protocol)) return;
  const isHere = link.host === location.host && link.pathname === location.pathname;
  if (link.closest(".languages")) {
    event.preventDefault();
    if (!isHere) location.replace(inLanguage(link.pathname));
  } else if (isHere && link.hash) {
    const target = document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    goWithin(target, link.hash);
  } else if (isHere && isTakenOver()) {
    // The app's.
  } else if (isHere && html.dataset.app !== "failed") {
    event.preventDefault();
    showState(link);
  } else if (parent !== window) {
    event.preventDefault();
    leave(link);
  }
}

export function followLinks() {
  // Before the app, which follows what nobody else does.
  addEventListener("click", follow, true);
}
