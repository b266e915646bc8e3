import { isDay } from '../../../../cms/model/day.ts';

/** Rules out case, account and credit-code numbers: characters 7–14 must be a day since 1900. */
export function hasBirthDate(digits: string): boolean {
  return isBirthday(`${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`) && /^[1-9]/u.test(digits);
}

/** Numbers of 15 digits have the year of birth with two digits, all of the twentieth century. */
export function hasOldBirthDate(digits: string): boolean {
  return isBirthday(`19${digits.slice(6, 8)}-${digits.slice(8, 10)}-${digits.slice(10, 12)}`);
}

const isBirthday = (day: string): boolean => isDay(day) && day >= '1900' && day < '2100';

/** A number of eighteen digits that is somebody's. */
export const isIdNumber = (digits: string): boolean => hasBirthDate(digits) && hasCheckDigit(digits);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: weighted sum modulo 11. */
function hasCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return '10X98765432'[sum % 11] === digits[17];
}
