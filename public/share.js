// Has a share page obey the reader's choices: they change the preview, its height is measured, and
// the snippets have both. Fetched on share pages, and when one is opened as a dialog.

import { addressesOf, choose, chosen, keepLanguages } from "./share/choices.js";
import { offerCopies } from "./share/copying.js";
import { openDialog } from "./share/dialog.js";
import { measure } from "./share/preview.js";
import { write } from "./share/snippets.js";

/** Has what a share page offers follow the choices, which begin as a link's query says. */
export function live(share, search) {
  const kept = choose(share, search);
  let addresses;
  const rewrite = (heights) => write(share, { ...addresses, heights });
  const preview = measure(share, rewrite);
  const follow = () => {
    const query = chosen(share, kept);
    addresses = addressesOf(share, query);
    keepLanguages(share, query);
    preview.show(addresses.query);
  };
  for (const group of share.querySelectorAll("fieldset")) group.disabled = false;
  share.querySelector(".share-choices").addEventListener("change", follow);
  share.querySelector(".share-widths").addEventListener("change", preview.widen);
  offerCopies(share);
  follow();
}

/** Opens the share page of an address, or the section it names, over the page. */
export const open = (href) => openDialog(href, live);
