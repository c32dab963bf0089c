// Preloaded by the README's programs, which are run as they are written: sends what is meant for http://localhost:8000
// to the mock, which listens elsewhere, and asks it for the status of the test.
const { fetch } = globalThis;
const { MOCK_URL, PREFER } = process.env;

globalThis.fetch = (url, init) => {
  const headers = new Headers(init.headers);
  if (PREFER) headers.set("prefer", PREFER);
  return fetch(String(url).replace("http://localhost:8000", MOCK_URL), { ...init, headers });
};
