/**
 * A line for people: not blank, no control character, no end of line (which could forge a line of an explanation), and
 * nothing that turns the direction of the text around it.
 */
export const plainLine =
  /^(?=.*[^\s\p{Cf}])[^\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]*$/u;
