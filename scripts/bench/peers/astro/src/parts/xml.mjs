const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text) => text.replace(/[&<>"]/gu, (character) => ENTITIES[character]);
