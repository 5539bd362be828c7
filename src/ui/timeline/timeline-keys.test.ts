import { describe, expect, it } from 'vitest';
import { commandOfKey } from './timeline-keys.ts';

describe('a key on the timeline', () => {
  it.each([
    ['k', { kind: 'play-or-pause' }],
    ['K', { kind: 'play-or-pause' }],
    [',', { kind: 'step', by: -1 }],
    ['.', { kind: 'step', by: 1 }],
    ['j', { kind: 'step', by: -10 }],
    ['l', { kind: 'step', by: 10 }],
    ['n', { kind: 'jump', direction: 'forwards' }],
    ['p', { kind: 'jump', direction: 'backwards' }],
  ])('%s does the same on the track and on a button, and nothing in a field', (key, command) => {
    expect(commandOfKey(key, 'track', 2000)).toEqual(command);
    expect(commandOfKey(key, 'button', 2000)).toEqual(command);
    expect(commandOfKey(key, 'field', 2000)).toBeNull();
  });

  it.each([
    [' ', { kind: 'play-or-pause' }],
    ['ArrowLeft', { kind: 'step', by: -1 }],
    ['ArrowRight', { kind: 'step', by: 1 }],
    ['PageUp', { kind: 'step', by: 20 }],
    ['PageDown', { kind: 'step', by: -20 }],
    ['Home', { kind: 'start' }],
    ['End', { kind: 'end' }],
  ])('%j belongs to the track alone', (key, command) => {
    expect(commandOfKey(key, 'track', 2000)).toEqual(command);
    expect(commandOfKey(key, 'button', 2000)).toBeNull();
  });

  it('steps by one event at least', () => {
    expect(commandOfKey('PageUp', 'track', 12)).toEqual({ kind: 'step', by: 1 });
  });
});
