/** Where `playwright.config.ts` serves the built site: at the root of a host, and below a path. */
export const rootSite = 'http://127.0.0.1:4173/';
export const subPathSite = 'http://127.0.0.1:4174/some-repo/';
/** The course of known injections, which `npm run build:payloads` builds. */
export const payloadSite = 'http://127.0.0.1:4175/';

export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
