import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { isSameMarks, nearestMark, shareOf } from './mark-places.ts';
import { widestText } from './timeline-position.tsx';
import { Timeline } from './timeline.tsx';
import type { TimelineProps } from './timeline-props.ts';

const nothing = () => {};
const marks = [
  { index: 10, label: 'opened' },
  { index: 14, label: 'closed' },
];

function draw(more: Partial<TimelineProps> = {}): string {
  return renderToStaticMarkup(
    <Timeline
      moment={{
        index: 12,
        length: 20,
        startIndex: 4,
        timeText: '1.2 s',
        eventText: 'It opens',
        positionText: 'event 12 of 20',
      }}
      playback={{ isPlaying: false, speed: 1, speeds: [{ value: 1, label: '1 ×' }] }}
      marks={marks}
      kinds={[{ kind: 'open', label: 'opens', count: 1234 }]}
      actions={{
        onPlay: nothing,
        onPause: nothing,
        onSeek: nothing,
        onStep: nothing,
        onJump: nothing,
        onSpeed: nothing,
      }}
      {...more}
    />,
  );
}

describe('the timeline', () => {
  it('is a slider over the moments that can be reached, and says time and event', () => {
    expect(draw()).toMatch(/type="range"[^>]* min="4" max="20"[^>]* value="12"/);
    expect(draw()).toContain('aria-valuetext="event 12 of 20, 1.2 s, It opens"');
  });

  it('offers to play, or to pause', () => {
    expect(draw()).toContain('aria-label="Play"');
    const playing = draw({ playback: { isPlaying: true, speed: 1, speeds: [], computed: 0.429 } });
    expect(playing).toContain('aria-label="Pause"');
    expect(playing).toContain('42 % computed');
    expect(draw()).not.toContain('% computed');
  });

  it('tells each event aloud only while it does not play', () => {
    expect(draw()).toContain('aria-live="polite">It opens');
    const playing = draw({ playback: { isPlaying: true, speed: 1, speeds: [] } });
    expect(playing).toContain('aria-live="off">It opens');
  });

  it('counts what can be jumped to, and offers no jump where there is nothing', () => {
    expect(draw()).toContain('opens (1,234)');
    expect(draw()).toContain('aria-label="Next: opens"');
    expect(draw({ kinds: [] })).not.toContain('Next:');
  });

  it('says which keys do what a button does', () => {
    const keys = [...draw().matchAll(/aria-keyshortcuts="([^"]*)"/g)].map((match) => match[1]);
    expect(keys).toEqual([',', 'K', '.', 'Space ArrowLeft ArrowRight PageUp PageDown Home End', 'P', 'N']);
  });
});

describe('the room beside the track', () => {
  const moment = { index: 12, length: 2000, timeText: '1.2 s', eventText: '', positionText: 'event 12 of 2,000' };

  it('is that of the last moment', () => {
    expect(widestText({ ...moment, lastTimeText: '60.0 s' })).toBe('60.0 s · event 2,000 of 2,000');
    expect(widestText(moment)).toBe('1.2 s · event 2,000 of 2,000');
  });

  it('is seen by nobody', () => {
    expect(draw().replaceAll(/<[^>]*>/g, '')).not.toContain('event 20 of 20');
    expect(draw()).toContain('data-widest="1.2 s · event 20 of 20"');
  });
});

describe('a mark', () => {
  it('lies by its share of the way', () => {
    expect(shareOf(12, 4, 20)).toBe(0.5);
    expect(shareOf(2, 4, 20)).toBe(0);
    expect(shareOf(4, 4, 4)).toBe(0);
  });

  it('is found by the nearest place, within reach', () => {
    expect(nearestMark(marks, 11, 2)?.label).toBe('opened');
    expect(nearestMark(marks, 13, 2)?.label).toBe('closed');
    expect(nearestMark(marks, 17, 2)).toBeNull();
  });

  it('made anew is the same while its place and name are', () => {
    expect(
      isSameMarks(
        marks,
        marks.map((mark) => ({ ...mark })),
      ),
    ).toBe(true);
    expect(isSameMarks(marks, marks.slice(1))).toBe(false);
    expect(
      isSameMarks(
        marks,
        marks.map((mark) => ({ ...mark, index: mark.index + 1 })),
      ),
    ).toBe(false);
    expect(
      isSameMarks(
        marks,
        marks.map((mark) => ({ ...mark, label: 'other' })),
      ),
    ).toBe(false);
  });
});
