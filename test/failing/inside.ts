// Loaded into a process before everything else: does there what cannot be done to it from outside.
export type Deed =
  /** Rejects where nobody waits, as libraries do: with what somebody typed in it. */
  | { readonly do: 'reject' }
  /** Lets nothing else have a turn. */
  | { readonly do: 'block'; readonly ms: number };

process.on('message', (deed: Deed) => {
  switch (deed.do) {
    case 'reject':
      void Promise.reject(
        Object.assign(new Error('no JSON: hush', { cause: new Error('hush') }), { requestBody: { content: 'hush' } }),
      );
      return;
    case 'block':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, deed.ms);
      return;
    default:
      deed satisfies never;
  }
});
// What listens here must not keep a process alive that would end.
process.channel?.unref();
