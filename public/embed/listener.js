// What a host page runs beside plain frames of ours: it gives each the height that its snippet
// promises and then the one that it tells. A message is matched to a frame by its sender, never by
// what it says. The build puts it into the snippets, where it may stand once a frame.

import { heightAt, heightTold } from "./heights.js";

const frames = () => Array.from(document.querySelectorAll("iframe[data-heights]"));
const setHeight = (frame, height) => {
  if (height > 0) frame.style.height = `${height}px`;
};

frames().forEach((frame) => setHeight(frame, heightAt(frame.dataset.heights, frame.clientWidth)));
addEventListener("message", ({ data, source }) => {
  frames()
    .filter(({ contentWindow }) => contentWindow === source)
    .forEach((frame) => setHeight(frame, heightTold(data)));
});
