// How tall a frame of ours will be, and is. A host page keeps room for it before it has come by the
// widths and heights that its snippet lists, `320:1900 600:1200`, and later has its height from
// what it tells: `{"datawrapper-height": {"<id>": px}}`, Datawrapper's message, whose listener many
// newsrooms have already.
//
// public/snippets/listener.js, which is pasted as it stands and can import nothing, reads both alike;
// a test compares them.

/** No frame of ours is taller. A number beyond it is nobody's height. */
const MOST_PX = 30000;

/** The height at a width, in a straight line between the two listed widths around it. */
export function heightAt(listed, width) {
  const points = (listed?.match(/\d+:\d+/g) ?? []).map((pair) => pair.split(":").map(Number));
  const from = points.filter(([at]) => at <= width).pop() ?? points[0];
  if (!from) return 0;
  const to = points.find(([at]) => at >= width) ?? from;
  return Math.ceil(to[0] > from[0] ? from[1] + ((to[1] - from[1]) * (width - from[0])) / (to[0] - from[0]) : from[1]);
}

/** The height that a message tells in CSS pixels, or 0 where it tells none. */
export function heightTold(message) {
  const [height] = Object.values(Object(message?.["datawrapper-height"]));
  return height > 0 && height <= MOST_PX ? Math.ceil(height) : 0;
}
