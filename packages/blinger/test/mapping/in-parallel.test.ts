import { expect, test } from 'vitest';
import { inParallel } from '../../src/in-parallel.ts';

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('the results are in the order of the items, whoever is done first', async () => {
  const double = async (item: number) => {
    await soon(12 - item);
    return item * 2;
  };
  expect(await inParallel([1, 5, 10, 3], 3, double)).toEqual([2, 10, 20, 6]);
  expect(await inParallel([], 3, double)).toEqual([]);
});

test('never more at once than allowed', async () => {
  let running = 0;
  let most = 0;
  await inParallel([...Array(20).keys()], 4, async () => {
    running++;
    most = Math.max(most, running);
    await soon(1);
    running--;
  });
  expect(most).toBe(4);
});

test('a failure is thrown at once, and nothing new begins', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    await soon(1);
    if (item === 1) throw new Error('one');
  };
  await expect(inParallel([0, 1, 2, 3, 4, 5], 2, work)).rejects.toThrow('one');
  await soon(10);
  expect(begun).toEqual(expect.arrayContaining([0, 1]));
  expect(begun.length).toBeLessThan(4);
});
