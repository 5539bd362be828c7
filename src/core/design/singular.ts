/**
 * What one of them is called: `categories` → `category`. English by its common rules and a list of exceptions; a word that
 * the rules do not know, or one of another language, may come out wrong, so it is only ever a proposal. Of a name in
 * several words the last is changed: `order_items` → `order_item`.
 */
export function singular(name: string): string {
  const [, before, word] = /^(.*?)([A-Z]?[a-z]+|[A-Z]+)$/s.exec(name) ?? [];
  if (before === undefined || word === undefined || word.length < 3) return name;
  return before + likeCased(word, singularWord(word.toLowerCase()));
}

function singularWord(word: string): string {
  if (unchanging.has(word)) return word;
  const exception = exceptions.get(word);
  if (exception !== undefined) return exception;
  const rule = rules.find(([plural]) => plural.test(word));
  return rule === undefined ? word : word.replace(...rule);
}

function likeCased(word: string, one: string): string {
  if (word === word.toUpperCase()) return one.toUpperCase();
  return word.charAt(0) + one.slice(1);
}

/** The first that fits. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(ss|us|is|as|os)$/, '$1'],
  [/([^aeiou]|qu)ies$/, '$1y'],
  [/(ss|sh|ch|x|zz|o)es$/, '$1'],
  [/([^aeo])uses$/, '$1us'],
  [/s$/, ''],
];

const unchanging = new Set(
  'aircraft canvas chaos data deer equipment feedback fish gas gps headquarters information means mews money news offspring series sheep sms software species staff stuff'.split(
    ' ',
  ),
);

const exceptions = new Map(
  `people person, men man, women woman, children child, mice mouse, feet foot, teeth tooth, geese goose,
   indices index, matrices matrix, vertices vertex, appendices appendix, criteria criterion, phenomena phenomenon, media medium,
   analyses analysis, crises crisis, theses thesis, diagnoses diagnosis, hypotheses hypothesis, axes axis, parentheses parenthesis,
   leaves leaf, lives life, wives wife, knives knife, shelves shelf, halves half, wolves wolf, thieves thief, loaves loaf, calves calf,
   movies movie, cookies cookie, calories calorie, zombies zombie, ties tie, pies pie, dies die, brownies brownie, genies genie,
   selfies selfie, freebies freebie, prairies prairie, series series, gases gas, lenses lens, aliases alias, biases bias, atlases atlas,
   canvases canvas, iris iris, quizzes quiz, shoes shoe, toes toe, foes foe, canoes canoe, caches cache, headaches headache, niches niche,
   avalanches avalanche, axles axle, fuses fuse, uses use, excuses excuse, muses muse, photos photo, videos video, pianos piano,
   memos memo, logos logo, repos repo, kilos kilo, demos demo, todos todo, zoos zoo, radios radio, studios studio, casinos casino,
   portfolios portfolio, scenarios scenario, ratios ratio, infos info, promos promo, menus menu, gurus guru, emus emu, skis ski,
   taxis taxi, wikis wiki, apis api, kpis kpi, areas area, ideas idea, cameras camera, schemas schema, agendas agenda, quotas quota,
   pizzas pizza, formulas formula, visas visa, eras era, villas villa, arenas arena, personas persona, extras extra, lambdas lambda,
   metas meta, deltas delta, datas data, sofas sofa, sodas soda, medias media, yes yes`
    .split(',')
    .map((pair): readonly [string, string] => {
      const [many = '', one = ''] = pair.trim().split(' ');
      return [many, one];
    }),
);
