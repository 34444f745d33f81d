/** Where one bot's updates come from. Of several replicas only the leader has its sources started. */
export interface UpdateSource {
  start(): void;
  stop(): Promise<void>;
  /** False while the messenger does not answer. */
  reached: () => boolean;
}
