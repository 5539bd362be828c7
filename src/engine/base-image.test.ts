import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ensureBaseImage } from './node-engine.ts';

const makeAgain = `
  import { readFileSync } from 'node:fs';
  import nodeCrypto from 'node:crypto';
  import { buildBaseImage } from './src/engine/base-image.ts';
  const bundle = readFileSync('node_modules/@electric-sql/pglite/dist/pglite.data');
  buildBaseImage(new Uint8Array(bundle), nodeCrypto).then(({ key }) => process.stdout.write(key));`;

it('is the same bytes when another process makes it at another time, in another zone and language', async () => {
  await ensureBaseImage();
  const env = { ...process.env, TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' };
  const { stdout } = await promisify(execFile)('node_modules/.bin/tsx', ['--eval', makeAgain], { env });
  expect(stdout).toBe(await readFile('src/engine/generated/base-image.key', 'utf8'));
});

it('is named by the bytes that it unpacks to', async () => {
  await ensureBaseImage();
  const archive = gunzipSync(await readFile('src/engine/generated/base-image.bin'));
  const key = createHash('sha256').update(archive).digest('hex');
  expect(await readFile('src/engine/generated/base-image.key', 'utf8')).toBe(key);
});
