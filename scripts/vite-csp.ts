import type { Plugin } from 'vite';

/**
 * What a page may do, said in the page itself, because a static host sets no headers. Scripts come from the site's own
 * files and nothing is asked of any other origin.
 */
const policy = [
  "default-src 'none'",
  // PostgreSQL is WebAssembly; there is no leave to eval JavaScript.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  // The editor underlines an error by a picture in its style sheet.
  "img-src 'self' data:",
  "font-src 'self'",
  // Monaco adds style elements to the page and places its lines by style attributes; Base UI keeps the page from
  // scrolling under a dialog in the same way. Neither can fetch anything, nor send anything anywhere.
  "style-src 'self' 'unsafe-inline'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy before everything else in the page. Not in development: Vite's own client is an inline script. */
export function contentSecurityPolicyPlugin(): Plugin {
  return {
    name: 'rowhouse-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  };
}
