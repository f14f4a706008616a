// Spares a slow phone the layout of a whole page in one frame. The page that is taken over has been
// laid out and the new one is as large: what lies below the window keeps that height, its inside left
// out, until a later frame brings it in.

/** What is brought in together has fewer elements. */
const MOST_ELEMENTS = 120;
/** Nothing so near to the window is left out: margins that meet elsewhere for a moment aren't seen. */
const MARGIN_PX = 200;

/** The elements of `fresh` that may be left out for now, each with the height of its like in `old`. */
function partsBelow(old, fresh) {
  const parts = [];
  const visit = (element, twin) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    const isLike = twin.localName === element.localName && twin.childElementCount === element.childElementCount;
    if (!isLike || height === 0 || bottom < innerHeight + MARGIN_PX) return;
    // Containment is nothing to tables and lines of text.
    if (!/^(block|flex|grid|list-item)$/.test(getComputedStyle(element).display)) return;
    if (top > innerHeight + MARGIN_PX && element.getElementsByTagName("*").length < MOST_ELEMENTS) {
      parts.push([twin, height]);
    } else if (element.localName !== "details") {
      [...element.children].forEach((child, n) => visit(child, twin.children[n]));
    }
  };
  visit(old, fresh);
  return parts;
}

const leaveOut = ({ style }, height) => {
  style.contentVisibility = "auto";
  style.blockSize = `${height}px`;
};

function bringIn(element) {
  for (const property of ["content-visibility", "block-size"]) element.style.removeProperty(property);
  if (!element.getAttribute("style")) element.removeAttribute("style");
}

/** Prepares `fresh` to stand where `old` stands. Call the answer when it does. */
export function lighten(old, fresh) {
  const parts = partsBelow(old, fresh);
  for (const [element, height] of parts) leaveOut(element, height);
  return function bringInMore() {
    requestAnimationFrame(() => {
      let elements = 0;
      while (parts.length > 0 && elements < MOST_ELEMENTS) {
        const [element] = parts.shift();
        elements += element.getElementsByTagName("*").length + 1;
        bringIn(element);
      }
      if (parts.length > 0) bringInMore();
    });
  };
}
