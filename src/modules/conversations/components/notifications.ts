const declined = 'rapport.notifications.declined';

/** Whether the desktop may be used, by the browser's word. */
export function canNotify(): boolean {
  return typeof Notification !== 'undefined' && Notification.permission === 'granted';
}

/** Whether it makes sense to ask: never asked by the browser, never declined here. */
export function mayAsk(): boolean {
  try {
    return (
      typeof Notification !== 'undefined' &&
      Notification.permission === 'default' &&
      localStorage.getItem(declined) === null
    );
  } catch {
    return false;
  }
}

/** Remembers the answer "not now" on this device. */
export function decline(): void {
  try {
    localStorage.setItem(declined, 'yes');
  } catch {
    // Without storage the question may come again.
  }
}

export async function askForNotifications(): Promise<boolean> {
  return (await Notification.requestPermission()) === 'granted';
}
