import type { Block } from '#content/lesson.ts';
import type { SectionId } from '#state/answer-slice.ts';
import { LabCard } from './lab-card.tsx';
import type { LessonActions } from './lesson-actions.ts';
import { Prose } from './prose.tsx';
import { QuizView } from './quiz-view.tsx';
import type { SectionState } from './step-state.ts';
import { TableLabCard } from './table-lab-card.tsx';
import { TryBlock } from './try-block.tsx';

interface SectionBlocksProps {
  readonly blocks: readonly Block[];
  readonly section: SectionId;
  readonly state: SectionState;
  readonly actions: LessonActions;
}

/** What is read in the introduction or in a step, in the author's order. */
export function SectionBlocks({ blocks, section, state, actions }: SectionBlocksProps) {
  return blocks.map((block, place) => {
    switch (block.kind) {
      case 'prose':
        return <Prose key={place} content={block.content} under={section === null ? 1 : 2} />;
      case 'try':
        return (
          <TryBlock
            key={place}
            block={block}
            state={state.tries[block.index] ?? { kind: 'idle' }}
            onRun={() => actions.onRunTry(section, block.index)}
            onPutIntoEditor={() => actions.onPutIntoEditor(block.sql)}
            onChangeLimit={actions.onChangeLimit}
          />
        );
      case 'quiz':
        return (
          <QuizView
            key={place}
            quiz={block.quiz}
            name={`${section ?? 'introduction'}-${block.quiz.id}`}
            answered={state.answers[block.quiz.id] ?? null}
            onAnswer={(chosen) => actions.onAnswerQuiz(section, block.quiz.id, chosen)}
          />
        );
      case 'lab': {
        const lab = state.labs[block.lab.id];
        if (lab === undefined) return null;
        return (
          <LabCard key={place} id={`lab-${block.lab.id}`} state={lab} onOpen={() => actions.onOpenLab(block.lab.id)} />
        );
      }
      case 'table-lab':
        return <TableLabCard key={place} lab={block.lab} onOpen={() => actions.onOpenTableLab(block.lab)} />;
    }
  });
}
