/** Copies a text; whether that was possible. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Absent where the page is not served over a secure origin.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
}
