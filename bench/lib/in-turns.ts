/** Does numbered pieces of work, so many at the same time, each as soon as one before it is done. */
export async function inTurns(atOnce: number, pieces: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < pieces) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
