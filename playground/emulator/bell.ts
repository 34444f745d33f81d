/** Tells everybody who listens, at once and in order. */
export class Bell<News> {
  readonly #listeners = new Set<(news: News) => void>();

  /** Listens until the returned function is called. */
  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  ring(news: News): void {
    for (const listener of [...this.#listeners]) listener(news);
  }
}
