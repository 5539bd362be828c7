import type { Rule } from './rule.ts';
import { cascadeChain } from './cascade-chain.ts';
import { columnsInJson } from './columns-in-json.ts';
import { derivedValue } from './derived-value.ts';
import { floatMoney } from './float-money.ts';
import { missingPrimaryKey } from './missing-primary-key.ts';
import { nameForId } from './name-for-id.ts';
import { noConstraints } from './no-constraints.ts';
import { nullableUnique } from './nullable-unique.ts';
import { numberInText } from './number-in-text.ts';
import { packedList } from './packed-list.ts';
import { repeatedGroup } from './repeated-group.ts';
import { typeHabits } from './type-habits.ts';
import { unindexedForeignKey } from './unindexed-foreign-key.ts';
import { unvalidatedConstraint } from './unvalidated-constraint.ts';
import { zonelessMoment } from './zoneless-moment.ts';

/** All that a review looks for. */
export const rules: readonly Rule[] = [
  missingPrimaryKey,
  unindexedForeignKey,
  nullableUnique,
  floatMoney,
  repeatedGroup,
  packedList,
  numberInText,
  nameForId,
  zonelessMoment,
  typeHabits,
  columnsInJson,
  derivedValue,
  cascadeChain,
  unvalidatedConstraint,
  noConstraints,
];
