// Opens a share page, or a section of another page, over the page that is read: the address stays, and
// closing gives the reader back what they had.

/**
 * What a share page offers, or the section whose heading the address names, with addresses that hold
 * wherever it is put.
 */
async function fetchPart(href) {
  const { origin, pathname, hash } = new URL(href);
  const response = await fetch(origin + pathname);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const part = page.querySelector(hash || ".share").closest("section, .share");
  for (const name of ["href", "src"]) {
    for (const element of part.querySelectorAll(`[${name}]`)) {
      element[name] = new URL(element.getAttribute(name), origin + pathname).href;
    }
  }
  const { lang, dir } = page.documentElement;
  return { part: document.adoptNode(part), lang, dir };
}

/** Fills the dialog with what an address leads to; answers what has it live. */
async function fill(dialog, href, live) {
  const { part, lang, dir } = await fetchPart(href);
  const { close: words } = (part.querySelector("[data-close]") ?? part).dataset;
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: words });
  close.className = "share-close";
  close.addEventListener("click", () => dialog.close());
  Object.assign(dialog, { lang, dir });
  dialog.replaceChildren(close, part);
  dialog.setAttribute("aria-labelledby", part.querySelector("h1, h2").id);
  const languages = part.querySelector(".share-languages");
  languages?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    fill(dialog, link.href, live).then((begin) => begin()).catch(() => location.assign(link.href));
  });
  return () => languages && live(part, new URL(href).search);
}

/** Opens it. Fails where it can't be had, before anything is shown. */
export async function openDialog(href, live) {
  const dialog = document.createElement("dialog");
  dialog.className = "share-dialog";
  const begin = await fill(dialog, href, live);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  // A link that is followed leads to what lies under the dialog, or away from it.
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && !event.defaultPrevented && link.target !== "_blank") dialog.close();
  });
  dialog.showModal();
  begin();
}
