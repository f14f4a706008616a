// As pym.js does: the frame is made here and told its name and the page's width by its address.
for (const place of document.querySelectorAll("[data-pym-src]")) {
  const address = new URL(place.dataset.pymSrc, location.href);
  address.searchParams.set("initialWidth", place.clientWidth);
  address.searchParams.set("childId", place.id);
  address.searchParams.set("parentTitle", document.title);
  address.searchParams.set("parentUrl", location.href);
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: address.href, title: place.dataset.pymTitle, width: "100%", scrolling: "no" });
  place.append(frame);

  const message = new RegExp(`^pymxPYMx${place.id}xPYMx(\\S+?)xPYMx(.*)$`);
  addEventListener("message", ({ data }) => {
    const [, what, value] = (typeof data === "string" && message.exec(data)) || [];
    if (what === "height") frame.height = parseFloat(value);
  });
  addEventListener("resize", () => frame.contentWindow.postMessage(`pymxPYMx${place.id}xPYMxwidthxPYMx${place.clientWidth}`, "*"));
}
