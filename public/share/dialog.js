// Opens a share page over the page that is read: the address stays, and closing gives the reader
// back what they had.

/** What a share page offers, with addresses that hold wherever it is put. */
async function fetchShare(href) {
  const { origin, pathname } = new URL(href);
  const response = await fetch(origin + pathname);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const share = page.querySelector(".share");
  for (const name of ["href", "src"]) {
    for (const element of share.querySelectorAll(`[${name}]`)) {
      element[name] = new URL(element.getAttribute(name), origin + pathname).href;
    }
  }
  const { lang, dir } = page.documentElement;
  return { share: document.adoptNode(share), lang, dir };
}

/** Fills the dialog with the share page of an address. */
async function fill(dialog, href, live) {
  const { share, lang, dir } = await fetchShare(href);
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: share.dataset.close });
  close.className = "share-close";
  close.addEventListener("click", () => dialog.close());
  Object.assign(dialog, { lang, dir });
  dialog.replaceChildren(close, share);
  share.querySelector(".share-languages").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    fill(dialog, link.href, live).then((begin) => begin()).catch(() => location.assign(link.href));
  });
  return () => live(share, new URL(href).search);
}

/** Opens it. Fails where it can't be had, before anything is shown. */
export async function openDialog(href, live) {
  const dialog = document.createElement("dialog");
  dialog.className = "share-dialog";
  dialog.setAttribute("aria-labelledby", "share-title");
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
