import type { BackendRequest, CreateBackend, MockResponse } from "@keynest/mock";

interface Book {
  id: number;
  title: string;
}

/** Gives the mock of books.yaml state: what is created can be read and deleted. */
export const createBooksBackend: CreateBackend = () => {
  const books = new Map<number, Book>();
  let lastId = 0;

  const handlers: Record<string, (request: BackendRequest) => MockResponse> = {
    listBooks: () => ({ status: 200, body: [...books.values()] }),
    createBook({ body }) {
      lastId += 1;
      const book = { id: lastId, title: (body as Book).title };
      books.set(book.id, book);
      return { status: 201, body: book };
    },
    getBook({ pathParams }) {
      const book = books.get(Number(pathParams.id));
      return book ? { status: 200, body: book } : notFound;
    },
    deleteBook: ({ pathParams }) => (books.delete(Number(pathParams.id)) ? { status: 204 } : notFound),
  };

  return {
    // Without a handler, an operation responds with its example.
    respond: (request) => handlers[request.operation.operationId]?.(request),
    reset: () => books.clear(),
  };
};

const notFound: MockResponse = {
  status: 404,
  headers: { "Content-Type": "application/problem+json" },
  body: { title: "No such book" },
};
