/** A setting that makes no sense; the message names the variable and says what it takes. */
export class BadSetting extends Error {}
