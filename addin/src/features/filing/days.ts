/** The last day on which something holds that ends at this moment: passes end at midnight of the district's day, so an hour before is still that day. */
export function lastDayOf(until: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date(Date.parse(until) - 3_600_000));
}
