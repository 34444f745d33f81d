import type { PlatformName } from '../src/platforms.js';

/** Somebody to play. Everybody here is invented; the national IDs have valid checksums and nothing else. */
export interface CastMember {
  /** Key in tests, the playground and the walkthrough; the page's words say why this person is in the cast. */
  role: 'sara' | 'behrouz' | 'mahin' | 'kamran' | 'laleh' | 'iraj' | 'nasrin' | 'farhad';
  name: string;
  /** The same in Latin letters, for the page in English. */
  latinName: string;
  insuredCode: string;
  nationalId: string;
  /** The number in their pocket. */
  phone: string;
  /** The number that the insurer has on record; null for none. */
  mobileOnRecord: string | null;
  /** Days from today to the start and the end of cover, in Asia/Tehran; null: never covered. */
  cover: { from: number; to: number } | null;
  /** Recoveries already used in this period. */
  used: number;
  /** `missing`: the portal does not know the account. */
  portal: 'initial' | 'changed' | 'missing';
  /** The password in use where it was changed. */
  portalPassword: string | null;
  accounts: Partial<Record<PlatformName, number>>;
}

const year = { from: -100, to: 265 };

export const cast: readonly CastMember[] = [
  {
    role: 'sara',
    name: 'سارا نیک‌منش',
    latinName: 'Sara Nikmanesh',
    insuredCode: '310001',
    nationalId: '0010000011',
    phone: '09120000001',
    mobileOnRecord: null,
    cover: year,
    used: 0,
    portal: 'changed',
    portalPassword: 'baran-1403',
    accounts: { telegram: 1001, bale: 2001 },
  },
  {
    role: 'behrouz',
    name: 'بهروز آذرپی',
    latinName: 'Behrouz Azarpey',
    insuredCode: '310002',
    nationalId: '0020000022',
    phone: '09120000002',
    mobileOnRecord: '09120000002',
    cover: year,
    used: 1,
    portal: 'changed',
    portalPassword: 'koohestan-77',
    accounts: { telegram: 1002, bale: 2002 },
  },
  {
    role: 'mahin',
    name: 'مهین فروزان‌فر',
    latinName: 'Mahin Forouzanfar',
    insuredCode: '310003',
    nationalId: '0030000033',
    phone: '09120000003',
    mobileOnRecord: null,
    cover: year,
    used: 0,
    portal: 'initial',
    portalPassword: null,
    accounts: { telegram: 1003, bale: 2003 },
  },
  {
    role: 'kamran',
    name: 'کامران شب‌خیز',
    latinName: 'Kamran Shabkhiz',
    insuredCode: '310004',
    nationalId: '0040000044',
    phone: '09120000004',
    mobileOnRecord: '09120000004',
    cover: year,
    used: 5,
    portal: 'changed',
    portalPassword: 'panjomin-bar',
    accounts: { telegram: 1004, bale: 2004 },
  },
  {
    role: 'laleh',
    name: 'لاله برومندی',
    latinName: 'Laleh Boroumandi',
    insuredCode: '310005',
    nationalId: '0050000055',
    phone: '09120000005',
    mobileOnRecord: '09120000005',
    cover: { from: -400, to: -35 },
    used: 0,
    portal: 'changed',
    portalPassword: 'bahar-dirooz',
    accounts: { telegram: 1005, bale: 2005 },
  },
  {
    role: 'iraj',
    name: 'ایرج کهن‌دل',
    latinName: 'Iraj Kohandel',
    insuredCode: '310006',
    nationalId: '0060000066',
    phone: '09120000006',
    mobileOnRecord: '09350000066',
    cover: year,
    used: 0,
    portal: 'changed',
    portalPassword: 'khat-e-ghadim',
    accounts: { telegram: 1006, bale: 2006 },
  },
  {
    role: 'nasrin',
    name: 'نسرین تابان‌مهر',
    latinName: 'Nasrin Tabanmehr',
    insuredCode: '310007',
    nationalId: '0070000077',
    phone: '09120000007',
    mobileOnRecord: '09120000007',
    cover: year,
    used: 0,
    portal: 'missing',
    portalPassword: null,
    accounts: { telegram: 1007, bale: 2007 },
  },
  {
    role: 'farhad',
    name: 'فرهاد ژرف‌بین',
    latinName: 'Farhad Zharfbin',
    insuredCode: '310008',
    nationalId: '0080000088',
    phone: '09120000008',
    mobileOnRecord: '09120000008',
    cover: year,
    used: 4,
    portal: 'changed',
    portalPassword: 'yeki-mande',
    accounts: { telegram: 1008, bale: 2008 },
  },
];

/** The person with this role. */
export function person(role: CastMember['role']): CastMember {
  const found = cast.find((member) => member.role === role);
  if (!found) throw new Error(`nobody plays ${role}`);
  return found;
}

/** Somebody who works for the insurer; invented like everybody here. */
export interface StaffCastMember {
  role: 'owner' | 'supervisor' | 'operator';
  name: string;
  latinName: string;
  accounts: Record<PlatformName, number>;
}

export const staffCast: readonly StaffCastMember[] = [
  {
    role: 'owner',
    name: 'پروانه مهرآیین',
    latinName: 'Parvaneh Mehrayin',
    accounts: { telegram: 3001, bale: 4001 },
  },
  {
    role: 'supervisor',
    name: 'شاهین دادگر',
    latinName: 'Shahin Dadgar',
    accounts: { telegram: 3002, bale: 4002 },
  },
  {
    role: 'operator',
    name: 'مینا خوش‌رو',
    latinName: 'Mina Khoshrou',
    accounts: { telegram: 3003, bale: 4003 },
  },
];

/** Whoever can be played, in front of the counter or behind it. */
export type Player = CastMember | StaffCastMember;

/** The colleague with this role. */
export function colleague(role: StaffCastMember['role']): StaffCastMember {
  const found = staffCast.find((one) => one.role === role);
  if (!found) throw new Error(`nobody plays the ${role}`);
  return found;
}

/** Whoever plays this role, on either side of the counter. */
export function player(role: Player['role']): Player {
  const found = [...cast, ...staffCast].find((one) => one.role === role);
  if (!found) throw new Error(`nobody plays ${role}`);
  return found;
}
