import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashText } from '#lib/article/text-hash';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { saveCodebook } from '#lib/pipeline/save-codebook';
import { saveArticle } from '#lib/store/articles';
import { openStore } from '#lib/store/open-store';
import type { Codebook } from '#lib/types';
import { freePort } from '../free-port.mjs';
import { serve } from '../serve';
import { withTerm, writeArticles } from './coding';

export type RecodingTimes = {
  codings: number;
  seconds: number;
  /** Milliseconds to the last byte of pages asked for one after the other: before, and while the store was coded. */
  idle: { median: number; p95: number };
  coding: { median: number; p95: number; most: number; pages: number };
};

const PAGES = ['/', '/codebooks/generic'];

/**
 * A store of 2,000 articles coded again by the built product after a codebook was changed: with the changed version and with the
 * one before it, while somebody goes on reading pages. Undefined without a build.
 */
export async function measureRecoding(): Promise<RecodingTimes | undefined> {
  const codebook = shippedCodebooks().find(({ id }) => id === 'generic');
  if (!existsSync('.next/BUILD_ID') || !codebook) return undefined;
  const home = mkdtempSync(path.join(tmpdir(), 'synoptic-recoding-'));
  try {
    const articles = await fill(home, codebook);
    const served = await serve(await freePort(), { SYNOPTIC_HOME: home });
    try {
      const idle = await timesOf(served.url, (at) => at < 60);
      const address = `${served.url}/codebooks/generic/stored`;
      const from = performance.now();
      await press(address, 'Count all');
      let isDone = false;
      const watching = watch(address).then(() => {
        isDone = true;
      });
      const coding = await timesOf(served.url, () => !isDone);
      await watching;
      const seconds = (performance.now() - from) / 1000;
      return {
        codings: 2 * articles,
        seconds,
        idle: { median: quantile(idle, 0.5), p95: quantile(idle, 0.95) },
        coding: {
          median: quantile(coding, 0.5),
          p95: quantile(coding, 0.95),
          most: quantile(coding, 1),
          pages: coding.length,
        },
      };
    } finally {
      await served.stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function fill(home: string, codebook: Codebook): Promise<number> {
  const store = await openStore({ SYNOPTIC_HOME: home, DATABASE_URL: undefined });
  const articles = writeArticles(codebook);
  for (const { id, headline, paragraphs } of articles) {
    await saveArticle(store, {
      outletId: `outlet-${Number(id) % 20}`,
      outletName: `Outlet ${Number(id) % 20}`,
      url: `https://outlet.example/${id}`,
      headline,
      fetchedAt: '2031-05-04T12:00:00Z',
      language: 'en',
      paragraphs: paragraphs.map((text, at) => ({ id: `p${at}`, kind: 'paragraph', text, start: 0 })),
      quality: { status: 'full', reasons: [] },
      dropped: [],
      textHash: hashText(
        headline,
        paragraphs.map((text) => ({ text })),
      ),
    });
  }
  const changed = { ...withTerm(codebook, 'quay walker*'), version: '99.0.0' };
  await saveCodebook({ store, now: () => '2031-05-04T12:00:00Z' }, changed);
  await store.close();
  return articles.length;
}

/** Sends the form in which a button of this name stands, as a browser without scripts does. */
async function press(address: string, name: string): Promise<void> {
  const page = await (await fetch(address)).text();
  const form = page.split('<form').find((part) => part.slice(0, part.indexOf('</form>')).includes(`>${name}<`));
  if (form === undefined) throw new Error(`no button “${name}” on ${address}`);
  const body = new FormData();
  for (const [tag] of form.slice(0, form.indexOf('</form>')).matchAll(/<input type="hidden"[^>]*>/g)) {
    const value = (key: string) => new RegExp(` ${key}="([^"]*)"`).exec(tag)?.[1] ?? '';
    body.set(value('name'), value('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  await answer.text();
  if (answer.status >= 400) throw new Error(`${name}: ${answer.status}`);
}

async function watch(address: string): Promise<void> {
  for (;;) {
    const page = await (await fetch(address)).text();
    const state = /data-state="([a-z]+)"/.exec(page)?.[1];
    if (state === 'done') return;
    if (state !== 'running') throw new Error(`coding is ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function timesOf(url: string, isGoing: (at: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  for (const address of PAGES) await (await fetch(url + address)).text();
  for (let at = 0; isGoing(at); at++) {
    const from = performance.now();
    await (await fetch(url + PAGES[at % PAGES.length])).text();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
