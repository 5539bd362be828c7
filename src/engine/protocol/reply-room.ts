/** What may still be kept of what the server answers. Runs down; a run's statements share one. */
export interface ReplyRoom {
  rowBytes: number;
  noticeBytes: number;
}

/** A page that shows millions of characters is of no use, and one that holds hundreds of megabytes dies. */
export function newReplyRoom(): ReplyRoom {
  return { rowBytes: 64 * 1024 * 1024, noticeBytes: 4 * 1024 * 1024 };
}

/** The notices kept of one statement. */
export const noticeLimit = 1000;

/** What a value costs in JavaScript besides its text, roughly. */
export const valueBytes = 16;
