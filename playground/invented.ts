/** People who are in no cast, when many are needed: everything of theirs follows from the insured code. */
export interface Invented {
  insuredCode: string;
  nationalId: string;
  mobile: string;
}

export const invented = (code: number): Invented => ({
  insuredCode: String(code),
  nationalId: withCheckDigit(`001${code}`),
  mobile: `0912001${String(code % 10_000).padStart(4, '0')}`,
});

/** Nine digits and the one that makes their checksum right. */
function withCheckDigit(nine: string): string {
  const rest = [...nine].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) % 11;
  return `${nine}${rest < 2 ? rest : 11 - rest}`;
}
