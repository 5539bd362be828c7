import type { DiskLimits } from './disk-quota.ts';

const megabyte = 1024 * 1024;

/** The WebAssembly memory, in pages of 64 kB: 128 MB, without which it does not link, and 512 MB. */
export const memoryPages = { initial: 2048, maximum: 8192 } as const;

export const diskLimits: DiskLimits = {
  filesBytes: 512 * megabyte,
  reserveBytes: 32 * megabyte,
  smallFileBytes: megabyte,
  logBytes: 768 * megabyte,
  lastLogBytes: 1024 * megabyte,
};

/** An instance that has ever used more memory than this, thrice of what it starts with, has most of it free again. */
export const largeMemoryBytes = 96 * megabyte;
