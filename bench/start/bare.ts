import { PGlite } from '@electric-sql/pglite';
import { reportFirstAnswer } from './report-first-answer.ts';

const database = await PGlite.create();
const { rows } = await database.query<{ one: number }>('select 1 as one');
reportFirstAnswer(String(rows[0]?.one));
