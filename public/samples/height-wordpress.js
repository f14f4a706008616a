// As WordPress listens: a frame is shown once it has repeated its secret; its height is kept within
// bounds; a link is followed only to the frame's own host, and only from the frame with the focus.
const SHORTEST = 200;
const TALLEST = 1000;

const frames = [...document.querySelectorAll("iframe.wp-embedded-content")];
for (const frame of frames) {
  Object.assign(frame.style, { position: "absolute", visibility: "hidden" });
  const ready = () => frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  frame.addEventListener("load", ready);
  ready();
}

addEventListener("message", ({ data, source }) => {
  if (!data?.secret || !data.message || !data.value || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of frames.filter(({ dataset }) => dataset.secret === data.secret)) {
    if (frame.contentWindow !== source) continue;
    for (const words of document.querySelectorAll(`blockquote[data-secret="${data.secret}"]`)) words.hidden = true;
    Object.assign(frame.style, { position: "", visibility: "" });
    if (data.message === "height") frame.height = Math.min(TALLEST, Math.max(SHORTEST, parseInt(data.value, 10)));
    if (data.message === "link" && document.activeElement === frame) follow(data.value, frame.src);
  }
});

function follow(link, from) {
  if (URL.canParse(link) && new URL(link).host === new URL(from).host) open(link, "_top");
}
