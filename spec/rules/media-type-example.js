/** Every media type has an example. Whether the example fits its schema is for `no-invalid-media-type-examples`. */
export function mediaTypeExample() {
  return {
    MediaType(mediaType, { report, location, key }) {
      if (mediaType.example !== undefined) return;
      if (Object.keys(mediaType.examples ?? {}).length > 0) return;
      report({ message: `Media type \`${key}\` needs an example.`, location });
    },
  };
}
