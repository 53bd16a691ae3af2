import { z } from 'zod';
import { endpoint, idParams } from '../endpoint';
import { codebook, codebookSummary, job } from '../shapes';

export const listCodebooks = endpoint({
  id: 'listCodebooks',
  method: 'GET',
  path: '/codebooks',
  summary: 'Codebooks, without their terms',
  tag: 'codebooks',
  who: 'everybody',
  answers: { 200: { description: 'All of them.', json: z.object({ codebooks: z.array(codebookSummary) }) } },
  errors: [],
});

export const getCodebook = endpoint({
  id: 'getCodebook',
  method: 'GET',
  path: '/codebooks/{id}',
  summary: 'One codebook, whole',
  tag: 'codebooks',
  who: 'everybody',
  params: idParams,
  answers: { 200: { description: 'The codebook.', json: codebook } },
  errors: ['unknown-id'],
});

export const getJob = endpoint({
  id: 'getJob',
  method: 'GET',
  path: '/jobs/{id}',
  summary: 'How far a job is, a step a source',
  tag: 'jobs',
  who: 'everybody',
  params: idParams,
  answers: { 200: { description: 'The job.', json: job } },
  errors: ['unknown-id'],
});

export const stopJob = endpoint({
  id: 'stopJob',
  method: 'POST',
  path: '/jobs/{id}/stop',
  summary: 'Ask a job to stop; it does within a second or two and keeps what it has',
  tag: 'jobs',
  who: 'owner',
  params: idParams,
  answers: { 202: { description: 'Asked; a job that is over stays as it is.', json: job } },
  errors: ['unknown-id'],
});

export const getReading = endpoint({
  id: 'getReading',
  method: 'GET',
  path: '/reading',
  summary: 'How far the reading of feeds is: every refresh under way, in whichever process',
  tag: 'jobs',
  who: 'everybody',
  answers: {
    200: {
      description: 'Those under way, else the last one of the past hour.',
      json: z.object({
        readings: z.array(
          z.looseObject({ id: z.string(), state: z.string(), startedAt: z.string(), updatedAt: z.string() }),
        ),
      }),
    },
  },
  errors: [],
});

export const getDocument = endpoint({
  id: 'getDocument',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This document',
  tag: 'document',
  who: 'everybody',
  answers: { 200: { description: 'OpenAPI 3.1.', json: z.looseObject({ openapi: z.string() }) } },
  errors: [],
});
