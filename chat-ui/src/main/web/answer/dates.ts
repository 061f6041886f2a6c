import type { Language, Period } from "../api/answer";
import { wordsIn } from "../i18n/language";

const DAY_MILLIS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time bucket as people read it, from its first moment; `short` leaves the year out where days are meant. */
export function bucket(value: string, grain: string, language: Language, short: boolean): string {
  const [day = "", time = ""] = value.split("T");
  const [year = "", month = "", ofMonth = ""] = day.split("-");
  const words = wordsIn(language);
  const near = short ? `${month}-${ofMonth}` : day;
  switch (grain) {
    case "hour":
      return `${near} ${time.slice(0, 5)}`;
    case "week":
      return words.week(near);
    case "month":
      return language === "zh" ? `${year}年${Number(month)}月` : `${MONTHS[Number(month) - 1] ?? month} ${year}`;
    case "quarter":
      return words.quarter(year, Math.ceil(Number(month) / 3));
    case "year":
      return year;
    default:
      return near;
  }
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** A length of time in its largest unit and the one below. */
export function duration(seconds: number, language: Language): string {
  const { duration: written } = wordsIn(language);
  const whole = Math.round(seconds);
  const largest = UNITS.findIndex(([, length]) => whole >= length);
  if (largest < 0) {
    return written.second(0);
  }
  let left = whole;
  return UNITS.slice(largest, largest + 2)
    .map(([unit, length]) => {
      const count = Math.floor(left / length);
      left -= count * length;
      return count === 0 ? "" : written[unit](count);
    })
    .filter((part) => part !== "")
    .join(language === "zh" ? "" : " ");
}

/** Whole days where the period has whole days (both ends included), else days with their times. */
export function periodText(period: Period, language: Language): string {
  const [fromDay = "", fromTime = ""] = period.from.split("T");
  const [untilDay = "", untilTime = ""] = period.until.split("T");
  const { until } = wordsIn(language);
  if (isMidnight(fromTime) && isMidnight(untilTime)) {
    const last = dayBefore(untilDay);
    return last === fromDay ? fromDay : until(fromDay, last);
  }
  return until(`${fromDay} ${fromTime.slice(0, 5)}`, `${untilDay} ${untilTime.slice(0, 5)}`);
}

/** The calendar day of a moment as written, without turning it into another zone. */
export function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

function isMidnight(time: string): boolean {
  return time === "" || time.startsWith("00:00");
}

function dayBefore(day: string): string {
  const millis = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(millis) ? day : new Date(millis - DAY_MILLIS).toISOString().slice(0, 10);
}
