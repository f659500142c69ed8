/** Why a dialog gave nothing. */
export type DialogTrouble = 'closed' | 'ignored' | 'blocked' | 'open' | 'refused' | 'failed';

export class DialogFailed extends Error {
  constructor(readonly trouble: DialogTrouble) {
    super(`The dialog gave nothing: ${trouble}`);
    this.name = 'DialogFailed';
  }
}

/** Office's numbers, as its documentation of dialogs lists them; any other is a failure. */
const troubles: Readonly<Record<number, DialogTrouble | undefined>> = {
  12006: 'closed',
  12007: 'open',
  12009: 'ignored',
  12011: 'blocked',
};

const attempts = 5;
const pauseMs = 200;

/** Whether this Outlook opens dialogs at all: phones do not. */
export function hasDialogs(): boolean {
  return Office.context.requirements.isSetSupported('DialogApi', '1.1');
}

/**
 * Opens a page of our own origin in Outlook's dialog, waits for its one message and closes it; how long
 * the person takes is theirs. Call it from a click. Throws {@link DialogFailed}.
 */
export async function askInDialog(address: string): Promise<string> {
  const asking = document.activeElement;
  try {
    return await openWhenFree(address);
  } finally {
    // On the web Office takes the pane's content out of the page to ask, and the focus with it.
    setTimeout(() => {
      if (asking instanceof HTMLElement && asking.isConnected) asking.focus();
    });
  }
}

/** A dialog that is being closed is still there for a moment, and nobody is told when it is gone. */
async function openWhenFree(address: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await open(address);
    } catch (error) {
      const isTaken = error instanceof DialogFailed && error.trouble === 'open';
      if (!isTaken || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function open(address: string): Promise<string> {
  const { DialogMessageReceived, DialogEventReceived } = Office.EventType;
  return new Promise((resolve, reject) => {
    const fail = (number: number) => {
      reject(new DialogFailed(troubles[number] ?? 'failed'));
    };
    Office.context.ui.displayDialogAsync(address, { height: 70, width: 35 }, (result) => {
      if (String(result.status) !== 'succeeded') {
        fail(result.error.code);
        return;
      }
      const dialog = result.value;
      dialog.addEventHandler(DialogMessageReceived, (event) => {
        // An Outlook before DialogOrigin 1.1 does not name the origin, and takes no other than ours.
        const isOurs = !('origin' in event) || [undefined, location.origin].includes(event.origin);
        if (!('message' in event) || !isOurs) return;
        dialog.close();
        resolve(event.message);
      });
      dialog.addEventHandler(DialogEventReceived, (event) => {
        fail('error' in event ? event.error : 0);
      });
    });
  });
}
