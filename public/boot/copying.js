// Copies a claim as plain text with everything that says whose it is, so that it can be quoted
// elsewhere without losing its claimant. Works on the static page and on the app's alike: it reads
// what stands there.

/** One line, as it is read: spaces that only lay out the source are not copied. */
const line = (text) => text.replace(/\s+/g, " ").trim();

/** An element's text. A quotation has the marks the page shows around it, and its own direction. */
function words(element) {
  const copy = element.cloneNode(true);
  const quotations = element.querySelectorAll("q");
  copy.querySelectorAll("q").forEach((quotation, n) => {
    const [, open, close] = /"(.)" "(.)"/u.exec(getComputedStyle(quotations[n]).quotes) ?? ["", '"', '"'];
    quotation.replaceWith(`\u2068${open}${quotation.textContent}${close}\u2069`);
  });
  return line(copy.textContent);
}

/** Who says it: the party's name first, which a party's own column leaves out. */
function speaker(claim, element) {
  const { claimants } = claim.dataset;
  const isNamed = !claimants || line(element.querySelector("b").textContent) === line(claimants);
  return isNamed ? words(element) : `${line(claimants)} · ${words(element)}`;
}

/** Channel, teller, agency and time, then each report; the dots between reports are the sheet's. */
function origin(element) {
  const copy = element.cloneNode(true);
  const reports = [...copy.querySelectorAll(".appearance")].map((report) => {
    report.remove();
    return line(report.textContent);
  });
  return [line(copy.textContent), reports.join(" · ")].join(" ").trim();
}

/** The claim's own address, in the page's language, without what filters the list beside it. */
function address(claim) {
  const own = document.querySelector("nav.languages [aria-current]");
  const url = new URL(own.href);
  url.search = "";
  url.hash = `claim-${claim.dataset.claimId}`;
  return url.href;
}

/** The claim as text, a line for each thing it says; where it is a translation, that too. */
export function textOf(claim) {
  const lines = [...claim.children].flatMap((part) => {
    if (part.matches(".claim-tools")) return [];
    if (part.matches(".claim-speaker")) return [speaker(claim, part)];
    if (part.matches(".claim-origin")) return [origin(part)];
    return part.matches("ul") ? [...part.children].map(words) : [words(part)];
  });
  return [...lines, box().dataset.note, address(claim)].filter(Boolean).join("\n");
}

/** Where the page says how copying went. */
const box = () => document.querySelector(".copying");

/** Says how it went. */
const say = (sentence) => {
  box().firstElementChild.textContent = sentence;
};

/** What was said goes when the reader does something else. */
function goOn({ target }) {
  if (!box().contains(target)) say("");
}

/** Copies by way of a text that is selected; where even that is denied it stays, to be copied by hand. */
function copyBySelection(text, button) {
  const { copied, failed } = box().dataset;
  const area = document.createElement("textarea");
  Object.assign(area, { readOnly: true, value: text, ariaLabel: failed, dir: "auto" });
  box().append(area);
  area.select();
  const leave = () => {
    button.focus({ preventScroll: true });
    area.remove();
  };
  if (document.execCommand("copy")) {
    leave();
    return say(copied);
  }
  say(failed);
  area.addEventListener("keydown", ({ key }) => key === "Escape" && leave());
  area.addEventListener("blur", () => {
    // The reader only looks at another window.
    if (document.activeElement === area) return;
    area.remove();
    say("");
  });
}

async function copy(button) {
  const text = textOf(button.closest("[data-claim-id]"));
  try {
    await navigator.clipboard.writeText(text);
    say(box().dataset.copied);
  } catch {
    copyBySelection(text, button);
  }
}

/** Has every copy button do what it says. */
export function offerCopies() {
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, goOn, true);
  addEventListener(
    "click",
    ({ target }) => {
      const button = target.closest?.("[data-copy]");
      if (button) copy(button);
    },
    true,
  );
}
