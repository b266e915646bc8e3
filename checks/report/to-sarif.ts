import type { Checked } from '../engine/checked.ts';
import type { Finding } from '../finding.ts';
import { rules } from '../rules/index.ts';
import { toBasis } from './text.ts';

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
      shortDescription: { text: title },
      help: { text: `依据：${basis.map(toBasis).join('、')}` },
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'unicodeCodePoints', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult({ rule, severity, file, where, place, message, fingerprint }: Finding, suppressed?: string) {
  const region = place && { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn };
  return {
    ruleId: rule,
    level: severity === 'block' ? 'error' : 'warning',
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(file) }, ...(region && { region }) },
        ...(!region && { logicalLocations: [{ fullyQualifiedName: where }] }),
      },
    ],
    partialFingerprints: { 'gongkai/v1': fingerprint },
    ...(suppressed && { suppressions: [{ kind: 'external', justification: suppressed }] }),
  };
}
