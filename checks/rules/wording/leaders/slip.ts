/** Whether a written name is a slip for another: of the same length, with one character wrong, or two in each other's place. */
export function isSlip(written: string, name: string): boolean {
  if (written.length !== name.length || written === name || name.length < 3) return false;
  const wrong = [...name].flatMap((character, at) => (character === written[at] ? [] : [at]));
  if (wrong.length === 1) return true;
  const [a = 0, b = 0] = wrong;
  return wrong.length === 2 && written[a] === name[b] && written[b] === name[a];
}
