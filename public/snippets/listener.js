addEventListener("message", function (event) {
  var heights = event.data && event.data["datawrapper-height"];
  if (typeof heights !== "object") return;
  document.querySelectorAll("iframe").forEach(function (frame) {
    if (frame.contentWindow !== event.source) return;
    for (var id in heights) if (heights[id] > 0) frame.style.height = heights[id] + "px";
  });
});
