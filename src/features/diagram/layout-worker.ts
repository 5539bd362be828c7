import { layOut, type LayOutQuestion } from '#core/diagram/lay-out.ts';

/** Lays out large schemas away from the page: a question in, its places out. */
addEventListener('message', ({ data }: MessageEvent<LayOutQuestion>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  postMessage(layOut(data));
});
