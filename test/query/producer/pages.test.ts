// Pages and messages that name their maker, one line each.
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../src/commands/mask.ts';
import { readMessage } from '../../../src/query/read.ts';

describe('who answered', () => {
  it.each([
    ['<title>x.example | 524: A timeout occurred</title> Ray ID: 8f3a', 'Cloudflare'],
    ['<title>Access denied | x.example used Cloudflare to restrict access</title> Error 1015', 'Cloudflare'],
    ['Error 1020 Ray ID: 8f3a', 'Cloudflare'],
    ['level=debug msg="\'502 Bad Gateway\' caused by: dial tcp 172.18.0.5:80: connect: connection refused"', 'Traefik'],
    ['{"status":"502","integrationErrorMessage":"The function was throttled"}', 'AWS API Gateway'],
    ['HTTP Error 502.4 - Bad Gateway', 'IIS ARR'],
    ['419 | Page Expired', 'Laravel'],
    ['Illuminate\\Session\\TokenMismatchException HTTP 419', 'Laravel'],
    ['HTTP/1.1 404 Not Found\n\n404 | This page could not be found.', 'Next.js'],
    ['error: You must be logged in to the server (Unauthorized)', 'Kubernetes API server'],
    ['ERROR: HTTP error 404 while getting https://files.pythonhosted.org/packages/x.whl', 'Python package index'],
    [' ERR_PNPM_FETCH_404  GET https://registry.example.com/x: Not Found - 404', 'npm registry'],
    ['"https://registry.example.com/x: Request failed \\"403 Forbidden\\""', 'npm registry'],
    ['HTTP/1.1 500\nSet-Cookie: PHPSESSID=abc; path=/', 'PHP'],
    ['HTTP/1.1 500\nSet-Cookie: _shop_session=abc; path=/', 'Rails'],
    ['{"status":500,"headers":{"set-cookie":["connect.sid=abc; Path=/"]}}', 'Express'],
    ['java.net.http.HttpConnectTimeoutException: HTTP connect timed out', 'Java'],
    ['urllib3.exceptions.ConnectTimeoutError: timed out', 'Python'],
  ])('%s', (text, name) => {
    const reading = readMessage(maskSecrets(text));
    expect('verdict' in reading ? reading.verdict?.name : undefined).toBe(name);
  });

  it.each([
    ['several frameworks set the cookie', 'HTTP/1.1 500\nSet-Cookie: XSRF-TOKEN=abc; path=/'],
    ['only the value speaks of a product', 'HTTP/1.1 500\nSet-Cookie: id=laravel_session; path=/'],
    ['the file may lie anywhere', 'ERROR: HTTP error 403 while getting https://packages.example.com/x.whl'],
    ['integrationErrorMessage is “-”', '{"status":"502","integrationErrorMessage":"-"}'],
  ])('stays open where %s', (_, text) => {
    const reading = readMessage(maskSecrets(text));
    expect('verdict' in reading ? reading.verdict?.producer : undefined).toBe('unknown');
  });
});
