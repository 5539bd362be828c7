import { fingerprintsOf } from './computations.ts';

/** What the browser test of this folder asks for. */
Object.assign(window, { fingerprintsOf });
