import { expect, it } from 'vitest';
import { nounOf } from './nouns.ts';

it.each([
  ['users', 'a user', 'users'],
  ['order', 'an order', 'orders'],
  ['order_items', 'an order item', 'order items'],
  ['addresses', 'an address', 'addresses'],
  ['address', 'an address', 'addresses'],
  ['categories', 'a category', 'categories'],
  ['statuses', 'a status', 'statuses'],
  ['warehouses', 'a warehouse', 'warehouses'],
  ['courses', 'a course', 'courses'],
  ['boxes', 'a box', 'boxes'],
  ['batches', 'a batch', 'batches'],
  ['quizzes', 'a quiz', 'quizes'],
  ['keys', 'a key', 'keys'],
  ['people', 'a person', 'people'],
  ['universities', 'a university', 'universities'],
  ['hours', 'an hour', 'hours'],
  ['T1', 'a row of “T1”', 'rows of “T1”'],
])('%s is %s, %s', (name, aOne, many) => {
  expect(nounOf(name)).toMatchObject({ aOne, many });
});
