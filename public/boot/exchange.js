// Puts one page in another's place without the reader losing theirs. The static page and the app's
// are the same elements in the same order, but for what the address filters and what has come since:
// so an element finds its like by what it is, not by where it stands.

/** What tells an element from others of its kind. */
function likeness(element) {
  const { localName, id, name, type, value, pathname, hash } = element;
  // A summary may end in a count, and an element with an id needs no words.
  const words = localName === "summary" ? element.firstChild.textContent : !id && element.textContent.replace(/\s/g, "");
  return [localName, id, name, type === "checkbox" && value, pathname, hash, words].join("\n");
}

/** The element of the page `fresh` that is to it what `element` is to the page `old`, if any. */
export function twinOf(element, old, fresh) {
  const own = likeness(element);
  const alike = (page) => [...page.querySelectorAll(element.localName)].filter((other) => likeness(other) === own);
  return alike(fresh)[alike(old).indexOf(element)];
}

/** Has what the reader opened or closed in one page as it is in the other. */
function keepFolds(old, fresh) {
  for (const summary of old.querySelectorAll("summary")) {
    const twin = twinOf(summary, old, fresh);
    if (twin) twin.parentElement.open = summary.parentElement.open;
  }
}

/** The place of the caret, where an element has one. */
const caretOf = ({ selectionStart, selectionEnd, selectionDirection }) =>
  Number.isInteger(selectionStart) && [selectionStart, selectionEnd, selectionDirection];

/**
 * Replaces the page `old` by `fresh` between two frames. Folds, focus, caret, scroll positions and
 * the target of the address stay as they are.
 */
export function exchange(old, fresh) {
  const { scrollX, scrollY } = window;
  const active = old.contains(document.activeElement) && document.activeElement;
  const twin = active && twinOf(active, old, fresh);
  const caret = active && caretOf(active);
  const hasTarget = old.querySelector(":target");
  // What is folded away isn't laid out, and asking would have it done.
  const scrolled = [...old.querySelectorAll("ul, ol, div")]
    .filter((element) => !element.closest("details:not([open])") && (element.scrollTop || element.scrollLeft))
    .map((element) => [twinOf(element, old, fresh), element.scrollTop, element.scrollLeft]);
  keepFolds(old, fresh);
  const sheet = [...old.querySelectorAll("[popover]")].find((one) => one.checkVisibility?.() && getComputedStyle(one).position === "fixed");

  old.replaceWith(fresh);
  if (sheet) twinOf(sheet, old, fresh)?.showPopover?.();

  for (const [element, top, left] of scrolled) element?.scrollTo({ top, left, behavior: "instant" });
  // The address's target went with the old page; only going there again makes another one.
  if (hasTarget) location.replace(location.hash);
  if (hasTarget || scrollX !== window.scrollX || scrollY !== window.scrollY) {
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  }
  if (twin) twin.focus({ preventScroll: true });
  if (twin && caret) twin.setSelectionRange(...caret);
}
