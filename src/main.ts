import { runProduct } from './app/run-product.js';
import { gatherEnvironment } from './config/environment.js';

await runProduct({
  env: () => gatherEnvironment(process.env),
  complain: (line) => console.error(line),
});
