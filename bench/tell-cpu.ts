/** Loaded before the product: tells whoever started it how much it has worked, and does not outlive them. */
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit());
