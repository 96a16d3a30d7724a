import type { Model } from './model-router.ts';

export interface ModelRequest {
  readonly model: Model;
  /** For logs and traces; the model is chosen already. */
  readonly task: string;
  readonly prompt: string;
}

export interface ModelAnswer {
  readonly text: string;
  readonly usage: Usage;
}

/** In tokens. */
interface Usage {
  readonly input: number;
  readonly output: number;
}

/** Whoever answers: a provider's client, or the offline one of this example. */
export interface ModelClient {
  readonly ask: (request: ModelRequest) => Promise<ModelAnswer>;
}
