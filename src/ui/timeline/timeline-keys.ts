/** What a key asks of the timeline. */
export type TimelineCommand =
  | { readonly kind: 'play-or-pause' }
  | { readonly kind: 'step'; readonly by: number }
  | { readonly kind: 'jump'; readonly direction: 'forwards' | 'backwards' }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** What has the focus: the track, a button that keeps its own Space and Enter, or a field that keeps its letters. */
export type FocusedPart = 'track' | 'button' | 'field';

/** The command of a key, or null where the key belongs to what has the focus. `span` is how many moments there are. */
export function commandOfKey(key: string, focused: FocusedPart, span: number): TimelineCommand | null {
  if (focused === 'field') return null;
  const page = Math.max(1, Math.round(span / 100));
  if (focused === 'track') {
    switch (key) {
      case ' ':
        return { kind: 'play-or-pause' };
      case 'ArrowLeft':
      case 'ArrowDown':
        return { kind: 'step', by: -1 };
      case 'ArrowRight':
      case 'ArrowUp':
        return { kind: 'step', by: 1 };
      case 'PageDown':
        return { kind: 'step', by: -page };
      case 'PageUp':
        return { kind: 'step', by: page };
      case 'Home':
        return { kind: 'start' };
      case 'End':
        return { kind: 'end' };
    }
  }
  switch (key.toLowerCase()) {
    case 'k':
      return { kind: 'play-or-pause' };
    case ',':
      return { kind: 'step', by: -1 };
    case '.':
      return { kind: 'step', by: 1 };
    case 'j':
      return { kind: 'step', by: -10 };
    case 'l':
      return { kind: 'step', by: 10 };
    case 'n':
      return { kind: 'jump', direction: 'forwards' };
    case 'p':
      return { kind: 'jump', direction: 'backwards' };
    default:
      return null;
  }
}

/** The keys in words, for whoever asks. */
export const timelineKeys: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['K', 'Space'], does: 'play or pause' },
  { keys: [',', '.'], does: 'one event back, on' },
  { keys: ['J', 'L'], does: 'ten events back, on' },
  { keys: ['P', 'N'], does: 'the previous, the next event of the chosen kind' },
  { keys: ['←', '→'], does: 'on the track: one event' },
  { keys: ['Page ↓', 'Page ↑'], does: 'on the track: a hundredth of the run' },
  { keys: ['Home', 'End'], does: 'on the track: the start, the end' },
];
