/** An operation has exactly one tag, which the root of the description declares. */
export function operationOneDeclaredTag() {
  let declared = [];
  return {
    Root({ tags = [] }) {
      declared = tags.map((tag) => tag.name);
    },
    Operation({ tags = [] }, { report, location }) {
      if (tags.length !== 1) {
        report({ message: `An operation needs exactly one tag; this one has ${tags.length}.`, location });
        return;
      }
      if (!declared.includes(tags[0])) {
        report({ message: `Tag \`${tags[0]}\` is not declared.`, location: location.child("tags") });
      }
    },
  };
}
