/** Takes away the unsaved texts that earlier versions of the form left on the computer for whoever came next. */
indexedDB.deleteDatabase('localforage');
