/**
 * Reads XML as strictly as a browser opens a file of it, as far as a picture uses it: elements, attributes in double
 * quotes, text and the five entities. Throws where it is not well-formed.
 */
export function readXml(source: string): { readonly elements: readonly string[]; readonly texts: readonly string[] } {
  const elements: string[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  let rest = source.trim();
  while (rest !== '') {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/.exec(rest);
    const text = tag === null ? /^[^<]+/.exec(rest) : null;
    const [whole] = tag ?? text ?? [];
    if (whole === undefined) throw new Error(`Not well-formed at: ${rest.slice(0, 80)}`);
    rest = rest.slice(whole.length);
    if (text !== null) {
      if (open.length === 0) throw new Error('Text outside of the root');
      texts.push(unescaped(whole));
      continue;
    }
    const [, isEnd = '', name = '', attributes = '', isEmpty = ''] = tag ?? [];
    unescaped(attributes);
    if (isEnd === '') elements.push(name);
    if (isEnd !== '' && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    if (isEnd === '' && isEmpty === '') open.push(name);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(', ')}`);
  return { elements, texts };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- what XML refuses
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error('A character that XML refuses');
  return text.replace(/&([^;]*;?)/g, (_whole, entity: string) => {
    const character = entities[entity.replace(';', '')];
    if (character === undefined || !entity.endsWith(';')) throw new Error(`&${entity} is no entity`);
    return character;
  });
}
