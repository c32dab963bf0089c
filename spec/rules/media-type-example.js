/** Every media type has an example. `no-invalid-media-type-examples` checks the example against its schema. */
export function mediaTypeExample() {
  return {
    MediaType(mediaType, { report, location, key }) {
      if (mediaType.example !== undefined) return;
      if (Object.keys(mediaType.examples ?? {}).length > 0) return;
      report({ message: `Media type \`${key}\` needs an example.`, location });
    },
  };
}
