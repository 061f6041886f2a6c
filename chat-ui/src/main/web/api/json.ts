import type { Language } from "./answer";

export type Json = Readonly<Record<string, unknown>>;

export function object(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function strings(value: unknown): readonly string[] {
  return list(value).filter((v): v is string => typeof v === "string");
}

export function oneOf<T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T {
  const found = string(value).toLowerCase();
  return allowed.find((a) => a === found) ?? otherwise;
}

/** Words in one language: either as they are or as `{zh, en}`. */
export function text(value: unknown, language: Language): string {
  return typeof value === "string" ? value : string(object(value)[language]);
}

/** The object without its undefined fields, so that "absent" has one form. */
export function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
