import { createWorkerEngine } from '#engine/worker-engine.ts';
import { storedBaseImages } from '#storage/base-images.ts';
import { reportFirstAnswer } from './report-first-answer.ts';

const started = await createWorkerEngine(storedBaseImages());
if (!started.ok) throw new Error(started.error);
const outcome = await started.value.run('select 1');
const [statement] = outcome.statements;
reportFirstAnswer(statement?.kind === 'done' ? statement.result?.rows[0]?.[0] : null);
