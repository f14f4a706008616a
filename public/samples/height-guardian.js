// As iframe-messenger listens: JSON with a type, from a frame of the page's.
addEventListener("message", ({ data, source }) => {
  if (typeof data !== "string" || !data.startsWith("{")) return;
  const { type, value, id } = JSON.parse(data);
  if (type !== "set-height" || !String(id).startsWith("iframeMessenger:")) return;
  const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.height = `${Number(value)}px`;
});
