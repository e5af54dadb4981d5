/**
 * Whether the font of our PDFs can write a text: Latin, Greek and Cyrillic letters. Arabic would need another font and an
 * engine that joins letters and runs from right to left, which browsers are: such certificates are printed from the page.
 */
export function canBeSet(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u.test(
    text.replace(/\p{Extended_Pictographic}/gu, '\u0627'),
  );
}
