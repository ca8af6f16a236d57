// Where this product lies on disk and which version it is.
export { type Product, productAround } from "./product.ts";
