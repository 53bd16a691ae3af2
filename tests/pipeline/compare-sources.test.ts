import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openComparisonJob, runComparisonJob, type Source } from '#lib/pipeline/compare-sources';
import { countArticles } from '#lib/store/articles';
import { getJob } from '#lib/store/jobs';
import { FERRY } from '../comparison/write-article';
import { type Newsroom, openNewsroom, page } from '../newsroom';
import { freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

const POST = FERRY['Harbour Post'].join('\n\n');
const WIRE = FERRY['Island Wire'].join('\n');

describe('comparing what somebody pastes', () => {
  const { store } = freshStores('sqlite');
  let newsroom: Newsroom;
  let ports: TestPorts;

  beforeEach(async () => {
    newsroom = await openNewsroom();
    ports = openTestPorts(store());
    newsroom.put('/ferry.html', {
      type: 'text/html; charset=utf-8',
      body: page('Quay Courier: ferry', FERRY['Quay Courier']),
    });
  });

  afterEach(async () => {
    await newsroom.close();
  });

  async function run(sources: Source[]) {
    await openComparisonJob(ports, 'job', sources);
    await runComparisonJob(ports, 'job', sources);
    return getJob(store(), 'job');
  }

  it('texts and links become articles; the first is the reference', async () => {
    const job = await run([
      { text: POST, outlet: 'Harbour Post', headline: 'Ferry closes' },
      { link: `${newsroom.url}/ferry.html` },
      { text: WIRE },
    ]);
    expect(job?.steps.map(({ name, state }) => [name, state])).toEqual([
      ['Harbour Post', 'done'],
      [`${newsroom.url}/ferry.html`, 'done'],
      ['Text 3', 'done'],
    ]);
    expect(job).toMatchObject({ state: 'done', result: { title: 'Ferry closes' } });
    const result = job?.result as { articleIds: string[]; reference: string };
    expect(result.articleIds).toHaveLength(3);
    expect(result.reference).toBe(result.articleIds[0]);
  });

  it('what fails says why, and the rest goes on', async () => {
    newsroom.put('/empty.html', { type: 'text/html', body: '' });
    newsroom.put('/away', { status: 302, headers: { location: 'ftp://files.example/x' }, body: '' });
    const thousands = Array.from({ length: 10_000 }, (_, index) => `Paragraph number ${index} says very little.`).join(
      '\n',
    );
    const job = await run([
      { text: POST },
      { text: 'Hello' },
      { text: thousands },
      { link: `${newsroom.url}/nothing-here.html` },
      { link: `${newsroom.url}/empty.html` },
      { link: `${newsroom.url}/away` },
      { text: WIRE },
    ]);
    expect(job?.state).toBe('done');
    expect(job?.steps.map((step) => step.state)).toEqual([
      'done',
      'failed',
      'failed',
      'failed',
      'failed',
      'failed',
      'done',
    ]);
    const reasons = job?.steps.flatMap((step) => step.reason ?? []) ?? [];
    expect(reasons[0]).toMatchObject({ code: 'text-too-short' });
    expect(reasons[1]).toEqual({
      code: 'text-too-long',
      message: 'This text has 10000 paragraphs; up to 1000 can be compared. Paste the part you want to compare.',
    });
    expect(reasons.slice(2).map((reason) => reason.code)).toEqual(['not-found', 'empty-body', 'address-refused']);
    for (const reason of reasons) expect(reason.message).toMatch(/^[A-Z\d].{15,}\.$/);
    expect(await countArticles(store())).toBe(2);
  });

  it('with fewer than two readable sources the job fails with a sentence and keeps what was read', async () => {
    const job = await run([{ text: POST }, { text: 'One' }]);
    expect(job).toMatchObject({ state: 'failed', reason: { code: 'bad-input' } });
    expect(await countArticles(store())).toBe(1);
  });

  it.each([
    ['no source', [], /at least two/],
    ['one source', [{ text: POST }], /at least two/],
    ['twenty-one sources', Array.from({ length: 21 }, () => ({ text: POST })), /At most 20 .* these are 21/],
  ])('%s is refused before anything is read', async (_name, sources, message) => {
    await expect(openComparisonJob(ports, 'job', sources)).rejects.toThrow(message);
    expect(await getJob(store(), 'job')).toBeUndefined();
  });

  it('two texts of one name are two articles', async () => {
    const job = await run([
      { text: POST, outlet: 'Mine' },
      { text: WIRE, outlet: 'Mine' },
    ]);
    const result = job?.result as { articleIds: string[] } | undefined;
    expect(new Set(result?.articleIds).size).toBe(2);
  });
});
