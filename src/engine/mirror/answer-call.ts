import type { RunProgress } from '#engine/run-script.ts';
import type { Server } from '#engine/server.ts';
import type { Answered, ServerAnswers, ServerCall } from './server-connection.ts';

/** Does what a call asks of a server. */
export async function answerCall(
  server: Server,
  call: ServerCall,
  progress: RunProgress,
): Promise<Answered<keyof ServerAnswers>> {
  const answer = await perform(server, call, progress);
  return { answer, loss: server.loss };
}

function perform(
  server: Server,
  call: ServerCall,
  progress: RunProgress,
): Promise<ServerAnswers[keyof ServerAnswers]> | ServerAnswers[keyof ServerAnswers] {
  switch (call.method) {
    case 'run':
      return server.run(call.sql, call.options, progress);
    case 'probe':
      return server.probe(call.sql, call.options, progress);
    case 'snapshot':
      return server.snapshot();
    case 'restore':
      return server.restore(call.snapshot);
    case 'catalog':
      return server.catalog();
    case 'dump':
      return server.dump(call.format);
    case 'read-directory':
      return server.readDirectory(call.archive);
    case 'load-sql':
      return server.loadSql(call.script);
  }
}
