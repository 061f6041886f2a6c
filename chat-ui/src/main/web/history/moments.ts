import { language } from "../i18n/language";

const OPTIONS: Intl.DateTimeFormatOptions = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" };

/** A moment as the reader's clock has it; its year where it is not this one. */
export function momentText(iso: string, now = new Date()): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) {
    return iso;
  }
  const year = moment.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat(language.value === "zh" ? "zh-CN" : "en", { ...OPTIONS, ...year }).format(moment);
}
