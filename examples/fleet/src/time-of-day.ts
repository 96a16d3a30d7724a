/** Seconds since midnight of '06:30'. Errors: a `RangeError` for any other text. */
export function secondsOf(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`'${text}' is no time of day; write '06:30'.`);
  return (Number(hours) * 60 + Number(minutes)) * 60;
}

/** 23400 → '06:30' */
export function clockTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
