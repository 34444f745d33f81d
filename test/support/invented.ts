/** Somebody who does not exist: the numbers have the right shapes and checksums, and nothing else. */
export interface Invented {
  insuredCode: string;
  nationalId: string;
  /** First and last; nobody else has the last one. */
  name: string;
  /** The number in their pocket. */
  phone: string;
  /** Whether the insurer has it. */
  onRecord: boolean;
  /** In every messenger. */
  account: number;
}

/** The same somebody for the same number, of up to four digits. */
export function invent(number: number, onRecord = true): Invented {
  const tail = String(number).padStart(4, '0');
  return {
    insuredCode: `52${tail}`,
    nationalId: nationalId(`90${tail}731`),
    name: `یاور ${[...tail].map((digit) => syllables[Number(digit)]).join('')}پور`,
    phone: `0913777${tail}`,
    onRecord,
    account: 7_000_000 + number,
  };
}

const syllables = ['دا', 'کو', 'سی', 'را', 'نو', 'می', 'تا', 'زو', 'لی', 'شا'];

/** Nine digits with their check digit. */
function nationalId(nine: string): string {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const rest = sum % 11;
  return `${nine}${rest < 2 ? rest : 11 - rest}`;
}
