// How tall a frame of ours will be, and is. A host page keeps room for it before it has come by the
// widths and heights that its snippet lists, `320:1900 600:1200`, and later has its height from
// what it tells: `{"datawrapper-height": {"<id>": px}}`, Datawrapper's message, whose listener many
// newsrooms have already.
//
// No less-than sign and no ampersand stands in this file or in listener.js: systems that edit
// articles turn them into entities, in pasted scripts too.

/** No frame of ours is taller. A number beyond it is nobody's height. */
const MOST_PX = 30000;

/** The height at a width, in a straight line between the two listed widths around it. */
export function heightAt(listed, width) {
  const points = (String(listed).match(/\d+:\d+/g) || [])
    .map((pair) => pair.split(":").map(Number))
    .sort(([one], [other]) => one - other);
  if (points.length === 0) return 0;
  const [last] = points.slice(-1);
  const [from, low] = points.filter(([at]) => width >= at).pop() || points[0];
  const [to, high] = points.find(([at]) => at >= width) || last;
  return Math.ceil(to > from ? low + ((high - low) * (width - from)) / (to - from) : low);
}

/** The height that a message tells in CSS pixels, or 0 where it tells none. */
export function heightTold(message) {
  const told = Object(Object(message)["datawrapper-height"]);
  const height = Object.keys(told).map((id) => told[id])[0];
  const isHeight = typeof height === "number" ? height >= 1 : false;
  if (isHeight) return height > MOST_PX ? 0 : Math.ceil(height);
  return 0;
}
