import { ensureBaseImage } from '#engine/node-engine.ts';

/** Makes the data directory that every database starts from, unless the one at hand is current. */
const state = await ensureBaseImage();
process.stdout.write(state === 'made' ? 'base image: made\n' : 'base image: current, nothing to do\n');
