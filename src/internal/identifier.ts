/** A short name for programs: letters, digits, dots, dashes, underscores; up to 64 characters. */
export const identifierForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
