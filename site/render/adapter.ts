import type { AstroIntegration } from 'astro';

/** Makes `astro build` give one module that exports Astro's app, for the renderer to call. */
export default function adapter(): AstroIntegration {
  return {
    name: 'gongkai',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'gongkai',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./app.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', sharpImageService: 'stable' },
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
        });
      },
    },
  };
}
