// What a host page runs beside plain frames of ours, as it stands in the snippets: each frame has
// the height that it tells, and until then the one that `data-heights` expects at its width, between
// the two listed widths around it in a straight line. A frame is known by who sent the message,
// never by what that says. It may stand in an article once a frame.
//
// No less-than sign, no ampersand and no empty line: systems that edit articles spoil all three.
(function () {
  function setHeight(frame, height) {
    if (height > 0) if (30000 >= height) frame.style.height = Math.ceil(height) + "px";
  }
  function expected(listed, width) {
    var points = listed.split(" ").map(function (pair) { return pair.split(":").map(Number); });
    var from = points.filter(function (point) { return width >= point[0]; }).pop() || points[0];
    var to = points.filter(function (point) { return point[0] >= width; })[0] || from;
    return to[0] > from[0] ? from[1] + (to[1] - from[1]) * (width - from[0]) / (to[0] - from[0]) : from[1];
  }
  document.querySelectorAll("iframe[data-heights]").forEach(function (frame) {
    setHeight(frame, expected(frame.getAttribute("data-heights"), frame.clientWidth));
  });
  addEventListener("message", function (event) {
    var told = Object(Object(event.data)["datawrapper-height"]);
    document.querySelectorAll("iframe").forEach(function (frame) {
      if (frame.contentWindow === event.source) for (var id in told) setHeight(frame, told[id]);
    });
  });
})();
