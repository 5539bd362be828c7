import { describe, expect, it, vi } from 'vitest';
import { keepStorage } from './keep-storage.ts';

describe('keepStorage', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 1],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18 Safari/605',
      1,
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0],
  ])('asks only where no question is shown: %s', (userAgent, times) => {
    const persist = vi.fn<() => Promise<boolean>>(() => Promise.reject(new Error('refused')));
    keepStorage({ storage: { persist }, userAgent });
    expect(persist).toHaveBeenCalledTimes(times);
  });

  it('has nothing to ask over plain http', () => {
    expect(() => keepStorage({ userAgent: 'Chrome/140' })).not.toThrow();
  });
});
