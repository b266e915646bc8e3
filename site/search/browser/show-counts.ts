import type { Counts } from '../counts.ts';
import { FACETS } from '../query.ts';

/**
 * Tells beside every value by which results can be narrowed how many it would leave. Those that would leave none cannot be chosen.
 * @param counts none to take the numbers away
 */
export function showCounts(form: HTMLFormElement, counts: Counts | undefined) {
  for (const name of FACETS)
    for (const option of form.querySelectorAll<HTMLOptionElement>(`[name=${name}] option`)) {
      if (option.value === '') continue;
      option.dataset.label ??= option.text;
      const count = counts?.of[name].get(option.value) ?? 0;
      const about = counts?.isExact || count === 0 ? '' : '约 ';
      option.text = counts ? `${option.dataset.label}（${about}${count}）` : option.dataset.label;
      option.hidden = option.disabled = counts !== undefined && count === 0 && !option.selected;
    }
}
