// The preview: the frame at each width, of which one is in view. Each tells its own height, as it
// does in any article; a frame that is chosen anew is another element, so that the reader's way back
// stays as it was.

/** The height that a frame tells, or nothing. */
const told = (data) => Object.values(data?.["datawrapper-height"] ?? {}).find((height) => height > 0);

/** Answers `show`, which shows another query, and `widen`, which brings the chosen width into view.
 *  `heard` is given every width with its height, whenever one has changed. */
export function measure(share, heard) {
  const first = share.querySelector(".share-stage iframe");
  const address = first.src;
  const heights = share.dataset.heights.split(" ").map((pair) => {
    const [width, height] = pair.split(":").map(Number);
    return { width, height };
  });
  let frames = [];

  function widen() {
    const { value } = share.querySelector(".share-widths :checked");
    for (const frame of frames) frame.parentElement.classList.toggle("share-unseen", frame.width !== value);
  }

  function show(query) {
    frames = heights.map(({ width, height }) => {
      const frame = first.cloneNode();
      Object.assign(frame, { width, height, loading: "eager", src: address.split("?")[0] + query });
      return frame;
    });
    const boxes = frames.map((frame) => {
      const box = document.createElement("div");
      box.append(frame);
      return box;
    });
    share.querySelector(".share-stage").replaceChildren(...boxes);
    share.querySelector(".share-alone").href = frames[0].src;
    widen();
    heard(heights);
  }

  addEventListener("message", ({ data, source }) => {
    const at = frames.findIndex(({ contentWindow }) => source && contentWindow === source);
    const height = Math.ceil(told(data));
    if (at < 0 || !(height > 0)) return;
    frames[at].height = height;
    heights[at].height = height;
    heard(heights);
  });
  return { show, widen };
}
