import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A static host as plain as GitHub Pages: files, `index.html` of folders, a redirect to the trailing slash, and
 * `404.html` for the rest. No headers that a static host would not set: a type, ten minutes in the browser's cache, and
 * a tag by which it can ask whether its copy is still good.
 */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticHost {
  readonly url: string;
  /** The path of every request so far, from the host's root. */
  readonly requests: string[];
  /** Ends open connections too. */
  close(): void;
}

/**
 * Serves `folder` under `base` (which begins and ends with a slash) and resolves when it listens. Port 0 stands for one
 * that is free.
 */
export function serve(folder: string, port: number, base: string): Promise<StaticHost> {
  const root = resolve(folder);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push(path);
    const send = (status: number, file: string): void => {
      const { mtimeMs, size } = statSync(file);
      const tag = `"${mtimeMs.toString(36)}-${size.toString(36)}"`;
      const isKnown = status === 200 && request.headers['if-none-match'] === tag;
      response.writeHead(isKnown ? 304 : status, {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Cache-Control': 'max-age=600',
        ETag: tag,
      });
      if (isKnown) response.end();
      else createReadStream(file).pipe(response);
    };
    if (path.startsWith(base)) {
      const file = join(root, normalize(path.slice(base.length)));
      const kind = file.startsWith(root) ? kindOf(file) : 'none';
      if (kind === 'file') return send(200, file);
      if (kind === 'folder' && !path.endsWith('/')) {
        response.writeHead(301, { Location: `${path}/` });
        return response.end();
      }
      if (kind === 'folder' && kindOf(join(file, 'index.html')) === 'file') return send(200, join(file, 'index.html'));
    }
    if (kindOf(join(root, '404.html')) === 'file') return send(404, join(root, '404.html'));
    response.writeHead(404);
    return response.end('Not found');
  });
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () => {
      const { port: actualPort } = server.address() as AddressInfo;
      const close = (): void => {
        server.close();
        server.closeAllConnections();
      };
      done({ url: `http://127.0.0.1:${actualPort}${base}`, requests, close });
    });
  });
}

function kindOf(path: string): 'file' | 'folder' | 'none' {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'none';
  return stats.isDirectory() ? 'folder' : 'file';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = 'dist', port = '4173', base = '/'] = process.argv.slice(2);
  const { url } = await serve(folder, Number(port), base);
  console.log(`Serving ${folder} at ${url}`);
}
