// Functions that tests hand to a page run in the browser. Only the tests' own project sees this.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
