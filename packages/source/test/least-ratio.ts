/**
 * How many times as long something takes for a large size as for a small one. Whatever else the machine does can only add to a
 * time, so that the least of several counts; a ratio below `enough` is proof, and no more is measured.
 */
export function leastRatio(timeOf: (size: number) => number, large: number, small: number, enough = 6): number {
  let [most, least] = [Infinity, Infinity];
  for (let attempt = 0; attempt < 20 && !(attempt > 1 && most / least < enough); attempt++) {
    least = Math.min(least, timeOf(small));
    most = Math.min(most, timeOf(large));
  }
  return most / least;
}
