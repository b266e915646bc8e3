import { readFileSync } from 'node:fs';
import { toBasis } from '../../cms/model/basis.ts';
import type { Checked } from '../engine/checked.ts';
import type { Finding } from '../finding.ts';
import { rules } from '../rules/index.ts';
import { toWords } from './text.ts';

/** SARIF 2.1.0 (OASIS): a result for each finding, with those that are excused as suppressed. */
export function toSarif({ findings, waived, known }: Checked): string {
  const results = [
    ...findings.map((finding) => toResult(finding)),
    ...waived.map((finding) => toResult(finding, '经批准豁免')),
    ...known.map((finding) => toResult(finding, '记在基线里')),
  ];
  const driver = {
    name: 'Gongkai',
    rules: rules.map(({ id, title, basis }) => ({
      id,
      shortDescription: { text: `${title}。` },
      fullDescription: { text: `依据：${basis.map(toBasis).join('、')}` },
      help: toHelp(id),
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'unicodeCodePoints', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The rule's own page: why, what to do, what it cannot see. */
function toHelp(id: string) {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const markdown = readFileSync(new URL(`../rules/${id}/${name}.md`, import.meta.url), 'utf8').trim();
  return { text: markdown.replace(/^#+ /gmu, ''), markdown };
}

function toResult(finding: Finding, suppressed?: string) {
  const { rule, severity, file, where, place, fingerprint } = finding;
  const region = place && { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn };
  const physicalLocation = { artifactLocation: { uri: toUri(file), uriBaseId: '%SRCROOT%' }, ...(region && { region }) };
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: severity === 'block' ? 'error' : 'warning',
    message: { text: toWords(finding) },
    locations: [{ ...(file !== '' && { physicalLocation }), logicalLocations: [{ fullyQualifiedName: where }] }],
    partialFingerprints: { 'gongkai/v1': fingerprint },
    ...(suppressed && { suppressions: [{ kind: 'external', justification: suppressed }] }),
  };
}

const toUri = (file: string) => file.toWellFormed().split('/').map(encodeURIComponent).join('/');
