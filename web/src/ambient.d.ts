// ambient.d.ts — what the bundler provides: style sheets as text.
// SPDX-License-Identifier: MIT

declare module '*.css' {
  const text: string;
  export default text;
}
