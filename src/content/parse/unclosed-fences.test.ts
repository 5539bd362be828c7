import { describe, expect, it } from 'vitest';
import { closeFences } from './unclosed-fences.ts';

function close(...lines: readonly string[]) {
  const problems: string[] = [];
  const closed = closeFences(lines.join('\n'), ({ line, column }, message) =>
    problems.push(`${line}:${column} ${message}`),
  );
  return { closed: closed.split('\n'), problems };
}

describe('closeFences', () => {
  it.each([
    [['```sql', 'select 1', '```', '', '~~~', '```', '~~~']],
    [['````markdown', '```sql', 'select 1', '```', '````']],
    [['- item', '  ```sql', '  select 1', '  ```']],
    [['- ```sql', '  select 1', '  ```', '', '10) > ~~~sql', '~~~', '', '```sql', '```']],
    [['```code``` in a line', '``` too ` much']],
    [['~~~sql \u2028 what some take for a line’s end', 'select 1', '~~~']],
  ])('leaves %o as it is', (lines) => {
    expect(close(...lines)).toEqual({ closed: lines, problems: [] });
  });

  it('closes a fence at its first blank line when the next one opens', () => {
    expect(close('```sql setup', 'select 1', '', 'Prose.', '```yaml check', '- a', '```')).toEqual({
      closed: ['```sql setup', 'select 1', '```', 'Prose.', '```yaml check', '- a', '```'],
      problems: ['1:1 The fence opened here is not closed before the next one opens in line 5.'],
    });
  });

  it('takes a fence without a blank line out of the way of the next', () => {
    expect(close('```sql', 'select 1', '```sql', 'select 2', '```').closed).toEqual([
      '',
      '',
      '```sql',
      'select 2',
      '```',
    ]);
  });

  it('closes a fence that runs to the end', () => {
    expect(close('', '> ~~~~sql', '> select 1', '', '## Step')).toEqual({
      closed: ['', '> ~~~~sql', '> select 1', '~~~~', '## Step'],
      problems: ['2:3 The fence opened here is never closed: a line of ~~~~ is missing.'],
    });
  });

  it('takes backticks out of an opening line, where Markdown does not allow them', () => {
    expect(close('```sql wrong says="no `box`"', 'select 1', '```')).toEqual({
      closed: ['```sql wrong says="no box"', 'select 1', '```'],
      problems: ['1:1 A line that opens a fence cannot hold a backtick: Markdown takes it for code in a line.'],
    });
  });
});
