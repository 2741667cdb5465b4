import type { NumberedLogin } from "../../api/administration";

/** Two columns copied from a sheet: platform number and login, divided by a tab, a comma or blanks. Empty lines are left out. */
export function pastedLogins(text: string): NumberedLogin[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [platformNo = "", ...rest] = line.split(/[\t,，;；\s]+/);
      return { platformNo, login: rest.join(" ") };
    });
}
