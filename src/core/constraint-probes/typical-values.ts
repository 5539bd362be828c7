/** Texts that stand in tables, one in each line: names, addresses, codes, and some that few patterns allow. */
export const typicalTexts: readonly string[] = [
  ...`Sample
Another
Third sample
ann@example.com
ben@example.com
eve.long@example.org
a
B
1
abc
ABC
XYZ
123
A1
a-slug
AB-123
AB123
https://example.com
+441632960001
12345
EUR
GB
en
2025-03-14
12:30
#a1b2c3
{}
no such value
Sample 1
Sample 2
Sample 3
Sample 4
00000000-0000-4000-8000-000000000001`.split('\n'),
  ' ',
  '',
];

/** Values of the types that are neither number, text, truth nor day. */
export const typicalOthers: readonly string[] = String.raw`{}
{"a": 1}
[]
1
null
"a"
[1,5)
[10,20)
[100,200)
[3,12)
[2025-03-01,2025-04-01)
[2025-05-01,2025-06-01)
[2025-03-15,2025-05-15)
[2031-01-01,2031-02-01)
[2032-01-01,2032-02-01)
[100000,100010)
empty
(,)
[5,5]
{[1,5)}
00000000-0000-4000-8000-000000000001
00000000-0000-4000-8000-000000000002
00000000-0000-4000-8000-000000000003
00000000-0000-4000-8000-000000000004
00000000-0000-4000-8000-000000000005
12:30
09:00
23:59:59
1 day
2 hours
00:00:00
-1 day
192.0.2.1
192.0.2.0/24
08:00:2b:01:02:03
(1,2)
((0,0),(1,1))
((5,5),(9,9))
<(0,0),1>
<(9,9),1>
{1,2,3}
[(0,0),(1,1)]
\x00ff
\x01
a
sample`.split('\n');
