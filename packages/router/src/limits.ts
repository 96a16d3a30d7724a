/** No task of a table has a longer name, so that a task of a million slashes costs no more than this. */
export const LONGEST_NAME = 1_000;
