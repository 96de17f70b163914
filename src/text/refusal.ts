/**
 * What the program throws where the input is at fault: one sentence that says what, where and what to do. The
 * command line prints it as it is and ends with 1; anything else that is thrown is a fault of ours.
 *
 * @example
 * throw new Refused('page.html holds no text to read: save the page again once it has loaded.');
 */
export class Refused extends Error {
  override readonly name = 'Refused';
}
