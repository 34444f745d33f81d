/** Somebody who does not exist: the numbers have the right shapes and checksums, and nothing else. */
export interface Invented {
  insuredCode: string;
  nationalId: string;
  /** The number in their pocket, and with the insurer. */
  phone: string;
  /** In every messenger. */
  account: number;
}

/** The same somebody for the same number, of up to four digits. */
export function invent(number: number): Invented {
  const tail = String(number).padStart(4, '0');
  return {
    insuredCode: `52${tail}`,
    nationalId: nationalId(`90${tail}731`),
    phone: `0913777${tail}`,
    account: 70_000 + number,
  };
}

/** Nine digits with their check digit. */
function nationalId(nine: string): string {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const rest = sum % 11;
  return `${nine}${rest < 2 ? rest : 11 - rest}`;
}
