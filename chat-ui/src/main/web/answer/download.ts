const LONGEST_NAME = 60;

/** Has the browser keep a file. */
export function download(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name that every file system takes. */
export function fileName(title: string, extension: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, " ").replaceAll(/\s+/g, " ").trim();
  return `${Array.from(plain).slice(0, LONGEST_NAME).join("").trim() || "mingshu"}.${extension}`;
}
