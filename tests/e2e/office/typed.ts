/**
 * What a fake has of a type of office.js: these members, by name; methods take what the real ones take.
 * What they return is as much of a proxy as the fake has. A member that office.js renames or takes away fails `npm run check`.
 */
export type Faked<T, K extends keyof T> = { [P in K]: T[P] extends (...args: infer A) => infer R ? (...args: A) => R extends string | number | boolean | void ? R : unknown : T[P] };
