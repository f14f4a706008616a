// Fills the templates as the build has filled them (src/view/share.rs, `Offer::text`).

const safe = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** Writes every snippet anew, with the frame's and the page's address and the heights by width. */
export function write(share, { frame, page, heights }) {
  const pairs = heights.map(({ width, height }) => `${width}:${height}`).join(" ");
  const words = { frame: safe(frame), page: safe(page), height: heights[1].height, heights: pairs };
  for (const area of share.querySelectorAll("[data-template]")) {
    area.value = area.dataset.template.replace(/\{\{(\w+)\}\}/g, (hole, name) => words[name] ?? hole);
  }
  share.querySelector(".share-heights b").textContent = pairs;
  share.querySelector("code").textContent = page;
}
