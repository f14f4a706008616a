// What is printed says where it is from: also after a step of the app, and as narrowed as it is.

import { base } from "./taking.js";

/** The page's place on the site, whatever the server calls it. */
const place = () => location.href.slice(base.length).split("#")[0].replace("index.html", "");

/** Keeps the printed address, which came with the page, that of what is shown. */
export function offerPaper() {
  const printed = document.querySelector(".print-address");
  const [opened] = place().split("?");
  if (!printed?.textContent.endsWith(opened)) return;
  const site = printed.textContent.slice(0, printed.textContent.length - opened.length);
  addEventListener("beforeprint", () => {
    printed.textContent = site + place();
  });
}
