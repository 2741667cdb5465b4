/** Class names that hold, as one attribute. */
export const classes = (...names: readonly unknown[]): string => names.filter((name): name is string => typeof name === "string" && name !== "").join(" ");
